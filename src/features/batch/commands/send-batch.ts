import 'server-only';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Command } from '#platform/command.ts';
import { enqueue } from '#platform/jobs.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { loadApproval } from '../queries/load-approval.ts';
import { bodyOfForm, missingInBatch } from '../schema/batch-request.ts';
import type { BatchForm } from '../schema.ts';
import { keepBatch, sentAlready } from './keep-batch.ts';

/** What the background work is asked to do, and for whom: each step is recorded as this person's, in the session of the press. */
export type BatchWork = { readonly batch: string; readonly act: 'send' | 'approve'; readonly by: string; readonly session: string };

function workOf(scope: AgencyScope, work: Pick<BatchWork, 'batch' | 'act'>): BatchWork {
  const { id, sessionId } = filerOf(scope);
  return { ...work, by: id, session: sessionId };
}

/** Keeps the form and has its items filed one by one in the background; what was sent is not changed any more. */
export async function sendBatch(context: Command<AgencyScope>, form: BatchForm): Promise<Outcome<{ batch: string }>> {
  const { tx, scope, now, record } = context;
  const kept = await keepBatch(context, { ...form, intent: '' });
  if (!kept.ok) return kept;
  const missing = missingInBatch(bodyOfForm(form));
  const items = await tx.filingBatchItem.count({ where: { batchId: form.batch } });
  if (items === 0) return invalid({ codes: ['这一批还没有企业'] });
  if (Object.keys(missing).length > 0) return invalid(missing);
  const where = { id: form.batch, agencyCode: scope.agencyCode, status: 'draft' as const };
  const { count } = await tx.filingBatch.updateMany({ where, data: { status: 'sending', sentAt: now } });
  if (count === 0) return stale(sentAlready);
  await enqueue(tx, 'batch-file', workOf(scope, { batch: form.batch, act: 'send' }));
  record('batch.sent', form.batch, { items });
  return ok({ batch: form.batch });
}

/** The head approves all filings of a batch that still wait, in the background; each is judged once more when its turn comes. */
export async function approveBatch(context: Command<AgencyScope>, { batch }: { batch: string }): Promise<Outcome<null>> {
  const { tx, scope, record } = context;
  const approval = await loadApproval(tx, scope, batch);
  if (!approval) return notFound();
  if (approval.status !== 'sent') return stale('这一批还没有送完，请等送完再批准。');
  if (approval.isApproving) return stale('这一批正在批准。');
  if (approval.waiting === 0) return stale('这一批没有待批准的备案。');
  await enqueue(tx, 'batch-file', workOf(scope, { batch, act: 'approve' }));
  record('batch.approved', batch, { filings: approval.waiting });
  return ok(null);
}
