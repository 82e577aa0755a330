import 'server-only';
import type { Notice } from '#platform/audit.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { enqueue } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { findStuck, type StuckBatch } from '../queries/load-work.ts';
import type { BatchWork } from './send-batch.ts';

const most = 3;
const say = '没有送出，请另行备案';

/** Asks for the work once more, in the name of whoever sent the batch: items that have their fate keep it. */
async function resume({ tx, record }: Command<SystemScope>, { id, authorId, session, tries }: StuckBatch): Promise<Outcome<null>> {
  const work: BatchWork = { batch: id, act: 'send', by: authorId, session };
  await enqueue(tx, 'batch-file', work);
  record('batch.resumed', id, { tries: tries + 1 });
  return ok(null);
}

/** Ends a batch that nobody can send any more: what waits is marked as not sent, and what was filed goes to the head. */
async function close({ tx, record }: Command<SystemScope>, { id, authorId, agencyCode }: StuckBatch): Promise<Outcome<null>> {
  const { count } = await tx.filingBatch.updateMany({ where: { id, status: 'sending' }, data: { status: 'sent' } });
  if (count === 0) return stale('这一批已经办完。');
  const failed = await tx.filingBatchItem.updateMany({ where: { batchId: id, status: 'waiting' }, data: { status: 'failed', say } });
  const submitted = await tx.filingBatchItem.count({ where: { batchId: id, status: 'submitted' } });
  const [text, href] = [`批量备案中断：${submitted} 件待批准，${failed.count} 件没有送出`, `/filings/batches/${id}`];
  const notices: Notice[] = [
    { to: { roles: ['agencyHead'], agencyCodes: [agencyCode] }, text, href },
    { to: { userIds: [authorId] }, text, href },
  ];
  record('batch.closed', id, { submitted, failed: failed.count, notices });
  return ok(null);
}

/** Looks for batches whose sending stopped: goes on with them, or ends them where it cannot. None stops the others. */
export async function resumeBatches(requestId: string): Promise<void> {
  for (const stuck of await findStuck()) {
    const { districtCode } = stuck;
    const origin = { actor: { type: 'system' as const }, requestId, districtCode };
    const step = stuck.isActive && stuck.tries < most ? resume : close;
    await runCommand({ scope: systemScope(districtCode), origin, command: (context) => step(context, stuck) }).catch((error: unknown) =>
      log.error({ err: error, batch: stuck.id }, 'a batch could not be resumed'),
    );
  }
}
