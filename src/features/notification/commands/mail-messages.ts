import 'server-only';
import { digestFrom } from '#domain/notification/escalation.ts';
import { type Outgoing, queueMessage } from '#features/outbox/commands/queue-message.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import type { SystemScope } from '#platform/scope.ts';
import { loadMailClock } from '../queries/load-mail-clock.ts';

type Claimed = {
  readonly mail: string;
  readonly name: string;
  readonly digest: boolean;
  readonly messages: readonly { readonly text: string; readonly href: string }[];
};

type Letter = Pick<Outgoing, 'recipient' | 'template' | 'params'>;

const mostLines = 20;

/**
 * Takes the messages that are to go out by mail now, each once: those wanted at once, and, where the hour of the digest has come, those that
 * came before it and are still unread.
 */
const claimSql = (districtCode: string, digestBefore: Date | null) => Prisma.sql`
  WITH taken AS (UPDATE notification note SET mailed_at = now() FROM user_account account, notification_preference liked
    WHERE account.id = note.user_id AND account.district_code = ${districtCode} AND account.disabled_at IS NULL AND account.mail <> ''
      AND liked.user_id = note.user_id AND liked.family = split_part(note.event, '.', 1) AND liked.mail
      AND note.mailed_at IS NULL AND note.created_at > now() - interval '14 days' AND (note.read_at IS NULL OR note.read_at <= note.created_at)
      AND (NOT liked.digest OR note.created_at < ${digestBefore}::timestamptz)
    RETURNING account.mail, account.name, liked.digest, note.text, note.href, note.created_at)
  SELECT mail, name, digest, json_agg(json_build_object('text', text, 'href', href) ORDER BY created_at) AS messages FROM taken GROUP BY mail, name, digest`;

function lettersOf({ mail: recipient, name, digest, messages }: Claimed): Letter[] {
  const letter = (subject: string, text: string, path: string) => ({
    recipient,
    template: 'digest',
    params: { subject, text: `${name}：\n${text}`, path },
  });
  if (!digest) return messages.map(({ text, href }) => letter(text.slice(0, 60), text, href));
  const lines = messages.slice(0, mostLines).map(({ text }) => text);
  const rest = messages.length > mostLines ? [`其余 ${messages.length - mostLines} 条见消息页。`] : [];
  return [letter(`宁企通消息汇总 ${messages.length} 条`, [...lines, ...rest].join('\n'), '/inbox')];
}

/** Sends what people asked to have by mail: one by one, or gathered on the morning of a working day. Gives how many letters. */
export async function mailMessages({ tx, scope, now }: Command<SystemScope>): Promise<number> {
  const { districtCode } = scope;
  const from = digestFrom(await loadMailClock(districtCode, tx), now);
  const claimed = await tx.$queryRaw<Claimed[]>(claimSql(districtCode, from && from <= now ? from : null));
  const letters = claimed.flatMap(lettersOf);
  await Promise.all(letters.map((letter) => queueMessage(tx, { districtCode, channel: 'mail', ...letter })));
  return letters.length;
}
