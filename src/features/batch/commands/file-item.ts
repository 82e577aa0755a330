import 'server-only';
import { judgeRequest, lockEnterprise } from '#features/filing/commands/judge-request.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import { insertFiling } from '#features/filing/commands/store-filing.ts';
import { storeRefusal } from '#features/filing/commands/store-refusal.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findBatch, loadVisits } from '../queries/load-visits.ts';
import { requestOfVisit } from '../schema/batch-request.ts';

type Place = { readonly batch: string; readonly position: number };
type Fate = {
  readonly status: 'submitted' | 'refused' | 'failed';
  readonly verdict?: object;
  readonly filingId?: string;
  readonly refusalId?: string;
  readonly say?: string;
};

async function settle({ tx }: Command<AgencyScope>, { batch, position }: Place, fate: Fate): Promise<void> {
  const verdict = fate.verdict ? JSON.parse(JSON.stringify(fate.verdict)) : Prisma.DbNull;
  await tx.filingBatchItem.updateMany({ where: { batchId: batch, position, status: 'waiting' }, data: { ...fate, verdict } });
}

/** Marks an item that could not be filed for a reason beside the rules. */
export async function failItem(context: Command<AgencyScope>, place: Place & { say: string }): Promise<Outcome<null>> {
  await settle(context, place, { status: 'failed', say: place.say });
  context.record('batch.itemFailed', place.batch, { position: place.position, say: place.say });
  return ok(null);
}

async function senderOf({ tx, scope }: Command<AgencyScope>) {
  const { id, name } = filerOf(scope);
  const { phone } = await tx.user.findUniqueOrThrow({ where: { id }, select: { phone: true } });
  return { channel: 'form', authorId: id, name, phone } as const;
}

/**
 * Files one item as if its form had been sent alone: judged now, submitted to the head or refused with its grounds. An item that was
 * filed before stays as it is, so that the work may be done again after a crash.
 */
export async function fileItem(context: Command<AgencyScope>, place: Place): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const batch = await findBatch(tx, scope, place.batch);
  if (!batch) return notFound();
  const [visit] = await loadVisits(tx, scope, { ...place, planEntry: batch.body.planEntry });
  if (visit?.status !== 'waiting' || batch.status !== 'sending') return stale('这一家已经办过。');
  const request = requestOfVisit(batch.body, visit, scope.agencyCode);
  if (!request) return failItem(context, { ...place, say: '检查类型或时间没有填好' });
  await lockEnterprise(tx, scope, visit.uscc);
  const judged = await judgeRequest(tx, scope, { request });
  if (!judged) return failItem(context, { ...place, say: '名录中已没有这家企业' });
  const { verdict } = judged;
  if (verdict.kind === 'forbidden') {
    const refusalId = await storeRefusal(context, judged, { request, channel: 'form' });
    await settle(context, place, { status: 'refused', verdict, refusalId });
    return ok(null);
  }
  const filingId = await insertFiling(tx, judged, { request, now, sender: await senderOf(context) });
  await settle(context, place, { status: 'submitted', verdict, filingId });
  record('filing.submitted', filingId, { verdict: verdict.kind, policy: verdict.policy, batch: place.batch });
  return ok(null);
}
