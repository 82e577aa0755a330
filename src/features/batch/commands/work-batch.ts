import 'server-only';
import { type CommandFunction, runCommand } from '#platform/command.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import type { Outcome } from '#platform/outcome.ts';
import { type AgencyScope, agencyScope, type UserActor } from '#platform/scope.ts';
import { findUnapproved, findWaiting, loadPresser } from '../queries/load-work.ts';
import { failItem, fileItem } from './file-item.ts';
import { approveItem, finishApproval, finishSending } from './finish-batch.ts';
import { resumeBatches } from './resume-batches.ts';
import type { BatchWork } from './send-batch.ts';

type Does = <Input, Value>(command: CommandFunction<AgencyScope, Input, Value>, input: Input) => Promise<Outcome<Value>>;

/** Every step is a command of its own, done by the person who pressed the button. */
function doerFor(actor: UserActor, requestId: string): Does | null {
  const scope = agencyScope(actor);
  if (!scope) return null;
  const origin = { actor, requestId, districtCode: actor.districtCode };
  return (command, input) => runCommand({ scope, origin, command: (context) => command(context, input) });
}

/** Files the items that wait; one that fails stops none of the others. */
async function sendItems(doing: Does, batch: string): Promise<void> {
  for (const { position } of await findWaiting(batch)) {
    try {
      await doing(fileItem, { batch, position });
    } catch (error) {
      log.error({ err: error, batch, position }, 'an item of a batch could not be filed');
      await doing(failItem, { batch, position, say: '系统出错，这一家没有送出，请单独备案' });
    }
  }
  await doing(finishSending, { batch });
}

async function approveItems(doing: Does, batch: string): Promise<void> {
  for (const { position, filing } of await findUnapproved(batch)) {
    try {
      await doing(approveItem, { batch, position, filing });
    } catch (error) {
      log.error({ err: error, batch, position }, 'an item of a batch could not be approved');
    }
  }
  await doing(finishApproval, { batch });
}

/** Carries out what somebody pressed for a whole batch; done again after a crash, it goes on where it was. */
export async function workBatch(work: BatchWork, requestId: string): Promise<void> {
  const actor = await loadPresser(work);
  const doing = actor && doerFor(actor, requestId);
  if (!doing) throw new Error('nobody stands behind this batch any more');
  await (work.act === 'send' ? sendItems : approveItems)(doing, work.batch);
}

const isWork = (data: Partial<BatchWork>): data is BatchWork => data.batch !== undefined;

/** Carries out a press; every few minutes, without one, looks for batches that were left lying. */
export const batchFile: Job<Partial<BatchWork>> = {
  name: 'batch-file',
  schedule: '*/5 * * * *',
  run: (data, requestId) => (isWork(data) ? workBatch(data, requestId) : resumeBatches(requestId)),
};
