import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';

function ownLetter({ districtCode, agencyCode }: AgencyScope, filing: string) {
  return { filingId: filing, agencyCode, filing: { districtCode } };
}

const actorOf = ({ actor }: AgencyScope) => (actor.type === 'user' ? actor.id : null);

/** Makes the results of the own part public. */
export async function publishLetter(
  { tx, scope, now, record }: Command<AgencyScope>,
  input: { filing: string },
): Promise<Outcome<{ filing: string }>> {
  const where = ownLetter(scope, input.filing);
  const letter = await tx.resultLetter.findFirst({ where, select: { hash: true } });
  if (!letter) return notFound();
  const { count } = await tx.resultLetter.updateMany({
    where: { ...where, publishedAt: null, withdrawnAt: null },
    data: { publishedAt: now, publishedById: actorOf(scope) },
  });
  if (count === 0) return stale('这份结果已经公示。');
  record('letter.published', input.filing, { agency: scope.agencyCode, hash: letter.hash });
  return ok({ filing: input.filing });
}

/** The unit's leader takes a publication back, with a reason: the public page says only that, since when, and why. */
export async function withdrawLetter(
  { tx, scope, now, record }: Command<AgencyScope>,
  input: { filing: string; reason: string },
): Promise<Outcome<{ filing: string }>> {
  const where = ownLetter(scope, input.filing);
  const letter = await tx.resultLetter.findFirst({ where, select: { publishedAt: true } });
  if (!letter) return notFound();
  const { count } = await tx.resultLetter.updateMany({
    where: { ...where, publishedAt: { not: null }, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnById: actorOf(scope), withdrawnReason: input.reason },
  });
  if (count === 0) return stale(letter.publishedAt ? '这份公示已经撤下。' : '这份结果还没有公示，无需撤下。');
  const to = { roles: ['officeClerk' as const, 'officeDirector' as const] };
  const notice = { to, text: `检查结果公示已撤下：${input.reason}`, href: `/filings/${input.filing}/findings` };
  record('letter.withdrawn', input.filing, { agency: scope.agencyCode, reason: input.reason, notices: [notice] });
  return ok({ filing: input.filing });
}
