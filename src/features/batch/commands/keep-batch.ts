import 'server-only';
import { judgeRequests } from '#features/filing/commands/judge-request.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findEnterprises } from '../queries/find-enterprises.ts';
import { findBatch, loadVisits } from '../queries/load-visits.ts';
import { proposeBatchTimes } from '../queries/load-windows.ts';
import { bodyOfForm, requestOfVisit } from '../schema/batch-request.ts';
import { type BatchBody, type BatchForm, mostItems } from '../schema.ts';
import { arrangeItems, type Item } from './arrange-items.ts';

export const sentAlready = '这一批已经送出，不能再改。';

/** Writes the items anew, in their order. */
async function storeItems({ tx }: Command<AgencyScope>, batch: string, items: readonly Item[]): Promise<void> {
  await tx.filingBatchItem.deleteMany({ where: { batchId: batch } });
  await tx.filingBatchItem.createMany({
    data: items.map(({ enterpriseId, start, end }, index) => ({
      batchId: batch,
      position: index + 1,
      enterpriseId,
      startsAt: start,
      endsAt: end,
    })),
  });
}

/** Judges each item alone, as of now, and keeps what was said of it. */
async function judgeItems({ tx, scope }: Command<AgencyScope>, batch: string, body: BatchBody): Promise<void> {
  const visits = await loadVisits(tx, scope, { batch, planEntry: body.planEntry });
  const asked = visits.flatMap((visit) => {
    const request = requestOfVisit(body, visit, scope.agencyCode);
    return request ? [{ position: visit.position, request }] : [];
  });
  const judged = await judgeRequests(
    tx,
    scope,
    asked.map(({ request }) => request),
  );
  const said = asked.map(({ position }, index) => ({ position, verdict: judged[index]?.verdict ?? null }));
  await tx.$executeRaw(Prisma.sql`UPDATE filing_batch_item item SET verdict = said.verdict
    FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS said (position int, verdict jsonb)
    WHERE batch_id = ${batch}::uuid AND item.position = said.position`);
}

/** What the items are after the button: those there with their typed times, without the one taken out, with those pasted. */
async function arrange(context: Command<AgencyScope>, form: BatchForm): Promise<Outcome<Item[]>> {
  const { tx, scope } = context;
  const body = bodyOfForm(form);
  const there = await loadVisits(tx, scope, { batch: form.batch, planEntry: body.planEntry });
  const { found, unknown } = await findEnterprises(tx, scope, { ids: [], text: form.codes });
  if (unknown.length > 0) return invalid({ codes: [`本区县没有这些代码的企业：${unknown.slice(0, 5).join('、')}`] });
  const { kept, added } = arrangeItems(form, { there, found });
  if (kept.length + added.length > mostItems) return invalid({ codes: [`一批不超过 ${mostItems} 家`] });
  if (added.length === 0 && form.intent !== 'propose') return ok(kept);
  const enterprises = [...kept.map(({ enterpriseId }) => enterpriseId), ...added];
  const times = await proposeBatchTimes(tx, scope, { body, enterprises });
  return ok(
    enterprises.flatMap((enterpriseId, index) => {
      const item = form.intent === 'propose' ? undefined : kept[index];
      const slot = item ?? times[index];
      return slot ? [{ ...slot, enterpriseId }] : [];
    }),
  );
}

/** Keeps the form of a batch as typed and judges every item. */
export async function keepBatch(context: Command<AgencyScope>, form: BatchForm): Promise<Outcome<{ batch: string }>> {
  const { tx, scope, record } = context;
  const batch = await findBatch(tx, scope, form.batch);
  if (!batch) return notFound();
  if (batch.status !== 'draft') return stale(sentAlready);
  const arranged = await arrange(context, form);
  if (!arranged.ok) return arranged;
  const body = bodyOfForm(form);
  await storeItems(context, form.batch, arranged.value);
  await tx.filingBatch.updateMany({ where: { id: form.batch, agencyCode: scope.agencyCode, status: 'draft' }, data: { body } });
  await judgeItems(context, form.batch, body);
  record('batch.checked', form.batch, { items: arranged.value.length });
  return ok({ batch: form.batch });
}

/** Throws a batch away that was never sent. */
export async function discardBatch({ tx, scope, record }: Command<AgencyScope>, { batch: id }: { batch: string }): Promise<Outcome<null>> {
  const batch = await findBatch(tx, scope, id);
  if (!batch) return notFound();
  if (batch.status !== 'draft') return stale(sentAlready);
  await tx.filingBatchItem.deleteMany({ where: { batchId: id } });
  await tx.filingBatch.deleteMany({ where: { id, agencyCode: scope.agencyCode, status: 'draft' } });
  record('batch.discarded', id);
  return ok(null);
}

/** A new batch with its items, judged once. */
export async function createBatch(
  context: Command<AgencyScope>,
  { body, enterprises }: { body: BatchBody; enterprises: readonly string[] },
): Promise<string> {
  const { tx, scope } = context;
  const id = newId();
  const { districtCode, agencyCode } = scope;
  await tx.filingBatch.create({ data: { id, districtCode, agencyCode, authorId: filerOf(scope).id, body } });
  const times = await proposeBatchTimes(tx, scope, { body, enterprises });
  await storeItems(
    context,
    id,
    enterprises.flatMap((enterpriseId, index) => (times[index] ? [{ ...times[index], enterpriseId }] : [])),
  );
  await judgeItems(context, id, body);
  return id;
}
