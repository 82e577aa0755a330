import 'server-only';
import type { Command } from '#platform/command.ts';
import { idOfName } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';

/** Queues a message of the district anew that could not be sent. */
export async function resendMessage(
  { tx, scope, now, record }: Command<OfficeScope>,
  { message: id }: { message: string },
): Promise<Outcome<null>> {
  const where = { id, districtCode: scope.districtCode };
  if (!(await tx.outboxMessage.findFirst({ where, select: { id: true } }))) return notFound();
  const { count } = await tx.outboxMessage.updateMany({
    where: { ...where, status: 'failed' },
    data: { status: 'queued', attempts: 0, error: '', nextAt: now },
  });
  if (count === 0) return stale('这条消息已经发出，或正在发送。');
  await enqueue(tx, 'outbox-send', { message: id });
  record('message.requeued', id);
  return ok(null);
}

/** Queues everything of the district anew that could not be sent, say after a server was away for days; the next sweep sends it. */
export async function resendAll({ tx, scope, now, record }: Command<OfficeScope>): Promise<Outcome<null>> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { districtCode: scope.districtCode, status: 'failed' },
    data: { status: 'queued', attempts: 0, error: '', nextAt: now },
  });
  if (count === 0) return stale('没有要重发的消息。');
  await enqueue(tx, 'outbox-send', {});
  record('outbox.requeued', idOfName(`outbox/${scope.districtCode}`), { messages: count });
  return ok(null);
}
