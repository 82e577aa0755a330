import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { hashSecret } from '#platform/entropy.ts';
import { keepLinkToken } from '#platform/link-cookie.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { PublicScope } from '#platform/scope.ts';
import { invitationSubject } from './invite-visit.ts';

type Weighed = { readonly token: string; readonly wait: number | null };

export const sayWait = (seconds: number) => `太频繁了，请 ${Math.max(1, Math.ceil(seconds / 60))} 分钟后再试，或打办公室的电话。`;

/** Takes one of the points that an address has for links. */
export async function weighToken({ token }: { token: string }): Promise<Weighed> {
  return { token, wait: await takePoint('ratingAddress', await callerAddress()) };
}

/** Looks behind a link without using anything up: it may be opened again as often as one likes until every agency is rated. */
export async function openRating({ tx, record }: Command<PublicScope>, { token, wait }: Weighed): Promise<Outcome<{ token: string }>> {
  if (wait !== null) return stale(sayWait(wait));
  const [opened] = await tx.$queryRaw<{ filing: string }[]>(Prisma.sql`
    UPDATE feedback_invitation SET opened_at = coalesce(opened_at, now()) WHERE token_hash = ${hashSecret(token)} RETURNING filing_id AS filing`);
  if (!opened) return invalid({ token: ['没有这个评价链接。请核对短信或邮件，或打办公室的电话'] });
  record('feedback.opened', invitationSubject(opened.filing));
  return ok({ token });
}

/** Keeps the token for the page that asks, and leads there. */
export async function leadToRating({ token }: { token: string }): Promise<string> {
  await keepLinkToken(token);
  return '/rate/visit';
}
