import 'server-only';
import { secondsToRetry } from '#domain/webhook/retry.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { messageLinks } from '#platform/link-token.ts';
import { type SentBy, sendMail, sendSms } from '#platform/mailer.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { writeMessage } from '../labels.ts';

/** How long an attempt may take, in minutes: whoever claimed a message and ended without a word gives it back then. */
const claimMinutes = 10;

type Message = {
  readonly id: string;
  readonly districtCode: string;
  readonly channel: 'sms' | 'mail';
  readonly recipient: string;
  readonly template: string;
  readonly params: Record<string, string>;
  readonly attempts: number;
};

/** Takes a message whose time has come: of two who try at once one counts this attempt, the other gets null. */
async function claimMessage(id: string): Promise<Message | null> {
  const [message] = await db().$queryRaw<Message[]>(Prisma.sql`
    UPDATE outbox_message SET attempts = attempts + 1, next_at = now() + make_interval(mins => ${claimMinutes}::int)
    WHERE id = ${id}::uuid AND status = 'queued' AND next_at <= now()
    RETURNING id, district_code AS "districtCode", channel::text AS channel, recipient, template, params, attempts`);
  return message ?? null;
}

type Sending = { readonly id: string; readonly sentBy: SentBy | null; readonly error: string; readonly attempts: number };

/** Writes down what came of an attempt. */
export async function noteSending({ tx, now, record }: Command<SystemScope>, sending: Sending): Promise<Outcome<null>> {
  const { id, sentBy, error, attempts } = sending;
  const wait = secondsToRetry(attempts);
  const again = { status: 'queued' as const, error, nextAt: new Date(now.getTime() + 1000 * (wait ?? 0)) };
  const missed = wait === null ? { status: 'failed' as const, error } : again;
  const done = sentBy ? { status: 'sent' as const, sentBy, sentAt: now, error: '' } : missed;
  const { count } = await tx.outboxMessage.updateMany({ where: { id, status: 'queued', attempts }, data: done });
  if (count === 0) return stale('这条消息已经发出。');
  record(sentBy ? 'message.sent' : 'message.failed', id, sentBy ? { sentBy } : { error, isLast: wait === null });
  return ok(null);
}

/** Only what a server answers may stand in the list: never the address, the words or the link. */
function sayError(error: unknown, secrets: readonly string[]): string {
  const text = error instanceof Error ? error.message : 'unknown';
  return secrets.reduce((said, secret) => said.replaceAll(secret, '…'), text).slice(0, 300);
}

async function deliver(message: Message): Promise<Pick<Sending, 'sentBy' | 'error'>> {
  const written = writeMessage(message.template, message.params, messageLinks());
  if (!written) return { sentBy: null, error: `没有这个模板：${message.template}` };
  try {
    const { subject, text } = written;
    const to = message.recipient;
    return { sentBy: message.channel === 'mail' ? await sendMail({ to, subject, text }) : await sendSms({ to, text }), error: '' };
  } catch (error) {
    return { sentBy: null, error: sayError(error, [message.recipient, written.text]) };
  }
}

/** Sends one message if it still waits. It may go out twice where the server ends between sending and writing that down, never not at all. */
export async function sendMessage(id: string, requestId: string): Promise<void> {
  const message = await claimMessage(id);
  if (!message) return;
  const { districtCode, attempts } = message;
  const sending = { id, ...(await deliver(message)), attempts };
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  await runCommand({ scope: systemScope(districtCode), origin, command: (context) => noteSending(context, sending) });
}

/** What could not be sent and is due again, or was left by a crash; each further try waits longer, for almost two days in all. */
function findWaiting(): Promise<{ id: string }[]> {
  return db().$queryRaw(Prisma.sql`SELECT id FROM outbox_message
    WHERE status = 'queued' AND next_at <= now() ORDER BY next_at LIMIT 500`);
}

async function sweep(requestId: string): Promise<void> {
  for (const { id } of await findWaiting()) await sendMessage(id, requestId);
}

/** Right after the transaction that queued a message; every five minutes once more for what could not be sent. */
export const outboxSend: Job<{ message?: string }> = {
  name: 'outbox-send',
  schedule: '*/5 * * * *',
  run: async ({ message }, requestId) => {
    if (message === undefined) return sweep(requestId);
    await sendMessage(message, requestId);
  },
};
