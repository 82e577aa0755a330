import 'server-only';
import type { Command } from '#platform/command.ts';
import { enqueue } from '#platform/jobs.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';

/** Queues a message of the district anew that could not be sent. */
export async function resendMessage(
  { tx, scope, record }: Command<OfficeScope>,
  { message: id }: { message: string },
): Promise<Outcome<null>> {
  const where = { id, districtCode: scope.districtCode };
  if (!(await tx.outboxMessage.findFirst({ where, select: { id: true } }))) return notFound();
  const { count } = await tx.outboxMessage.updateMany({
    where: { ...where, status: 'failed' },
    data: { status: 'queued', attempts: 0, error: '' },
  });
  if (count === 0) return stale('这条消息已经发出，或正在发送。');
  await enqueue(tx, 'outbox-send', { message: id });
  record('message.requeued', id);
  return ok(null);
}
