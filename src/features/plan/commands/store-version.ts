import 'server-only';
import type { ComposedEntry } from '#domain/plan/compose-plan.ts';
import type { Publication } from '#domain/plan/publication.ts';
import type { Prisma, Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { GatheredPublication, KnownRow, PlanPlace } from '../queries/gather-publication.ts';

export type NewVersion = PlanPlace & {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly publishedById: string;
  readonly note: string;
};
type Fresh = Pick<KnownRow, 'rootId' | 'used' | 'usedByMonth'> & { readonly entry: ComposedEntry; readonly id: string };

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A changed entry goes on under its root with the places taken; so does one that comes back after a version without it. */
function freshOf(publication: Publication, { numbers }: GatheredPublication): Fresh[] {
  const fresh = new Set([...publication.diff.added, ...publication.diff.changed.map(({ after }) => after)].map(({ no }) => no));
  const known = new Map(numbers.map((row) => [row.no, row]));
  return publication.composed
    .filter(({ no }) => fresh.has(no))
    .map((entry) => {
      const [id, earlier] = [newId(), known.get(entry.no)];
      return { entry, id, rootId: earlier?.rootId ?? id, used: earlier?.used ?? 0, usedByMonth: earlier?.usedByMonth ?? {} };
    });
}

function entryRow({ entry, id, rootId, used }: Fresh, planId: string): Prisma.PlanEntryCreateManyInput {
  const { no, title, kind, form, fromDay, toDay, quota, fullCoverage, source, poolLabel, pool, approvalDocument } = entry;
  return {
    ...{ id, rootId, planId, no, title, kind, form, quota, used, fullCoverage, source, poolLabel, approvalDocument },
    ...{ pool: pool as Prisma.InputJsonValue, fromDay: dateOf(fromDay), toDay: dateOf(toDay) },
  };
}

/** New and changed entries as rows of their own, with their agencies, matters and months. */
async function storeEntries(tx: Tx, fresh: readonly Fresh[], planId: string) {
  await tx.planEntry.createMany({ data: fresh.map((each) => entryRow(each, planId)) });
  await tx.planEntryAgency.createMany({
    data: fresh.flatMap(({ entry, id }) => entry.agencies.map((agencyCode, at) => ({ planEntryId: id, agencyCode, isLead: at === 0 }))),
  });
  await tx.planEntryMatter.createMany({
    data: fresh.flatMap(({ entry, id }) => entry.matterIds.map((matterId) => ({ planEntryId: id, matterId }))),
  });
  await tx.planEntryMonth.createMany({
    data: fresh.flatMap(({ entry, id, usedByMonth }) =>
      entry.months.map((month) => ({ planEntryId: id, ...month, used: usedByMonth[month.month] ?? 0 })),
    ),
  });
}

async function endRows(tx: Tx, publication: Publication, { planId, rows }: { planId: string; rows: GatheredPublication['rows'] }) {
  const gone = new Set([...publication.diff.ended, ...publication.diff.changed.map(({ before }) => before)].map(({ no }) => no));
  const ids = rows.filter(({ no }) => gone.has(no)).map(({ id }) => id);
  const { count } = await tx.planEntry.updateMany({ where: { id: { in: ids }, untilPlanId: null }, data: { untilPlanId: planId } });
  if (count !== ids.length) throw new Error('an entry in force moved under the lock');
}

/** Lines learn their numbers, one statement a number would be many: they are told in one. */
async function markReviewed(tx: Tx, { id, districtCode, year }: NewVersion, composed: readonly ComposedEntry[]) {
  const pairs = composed.flatMap(({ no, lineIds }) => lineIds.map((lineId) => ({ no, lineId })));
  await tx.$executeRaw`UPDATE declaration_line line SET entry_no = given.no
    FROM unnest(${pairs.map(({ lineId }) => lineId)}::uuid[], ${pairs.map(({ no }) => no)}::text[]) AS given (id, no)
    WHERE line.id = given.id AND line.district_code = ${districtCode} AND line.year = ${year} AND line.entry_no IS DISTINCT FROM given.no`;
  // A return that is not answered yet is in no version: it can still be taken back.
  await tx.$executeRaw`UPDATE review_step step SET plan_id = ${id}::uuid
    WHERE district_code = ${districtCode} AND year = ${year} AND undone_at IS NULL AND plan_id IS NULL
      AND NOT (action = 'return' AND EXISTS (SELECT FROM declaration_line line WHERE line.id = ANY (step.line_ids) AND line.outcome = 'returned'))`;
}

/** Stores one version: its row, new rows for what is new or changed, ends for what no longer stands. Nothing in force is edited. */
export async function storeVersion(
  tx: Tx,
  gathered: GatheredPublication,
  { publication, plan }: { publication: Publication; plan: NewVersion },
) {
  const { districtCode, year } = plan;
  await tx.plan.updateMany({ where: { districtCode, year, status: 'published' }, data: { status: 'superseded' } });
  await tx.plan.create({ data: { ...plan, status: 'published', figures: publication.figures } });
  const { rows } = gathered;
  await endRows(tx, publication, { planId: plan.id, rows });
  await storeEntries(tx, freshOf(publication, gathered), plan.id);
  await markReviewed(tx, plan, publication.composed);
}
