import 'server-only';
import { proposeTimes, type Slot } from '#domain/batch/propose-times.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addDays } from '#domain/calendar/local-day.ts';
import { type InspectionKind, inspectionKinds } from '#domain/inspection/kinds.ts';
import { firstOpenDays } from '#domain/inspection/open-visit-days.ts';
import { loadVisitClock } from '#features/filing/queries/load-visit-clock.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { wishOf } from '../schema/batch-request.ts';
import { type BatchBody, mostItems } from '../schema.ts';

type Row = { id: string; keyEnterprise: boolean; inPark: boolean; fromDay: Day | null; toDay: Day | null; specialField: boolean };

/** How far ahead a visit without a plan entry is looked for. */
const horizon = 180;

const windowsSql = ({ districtCode }: AgencyScope, { planEntry, matters }: BatchBody, enterprises: readonly string[]) => Prisma.sql`
  SELECT enterprise.id, key_enterprise AS "keyEnterprise", in_park AS "inPark", entry.from_day::text AS "fromDay", entry.to_day::text AS "toDay",
    ${matters.length > 0} AND NOT EXISTS (SELECT FROM matter WHERE district_code = ${districtCode} AND code = ANY (${matters}::text[])
      AND published_to IS NULL AND NOT special_field) AS "specialField"
  FROM enterprise LEFT JOIN (SELECT plan_entry.* FROM plan_entry JOIN plan ON plan.id = plan_id
    WHERE plan.district_code = ${districtCode} AND plan.status <> 'draft' AND until_plan_id IS NULL AND no = ${planEntry}) entry ON TRUE
  WHERE enterprise.district_code = ${districtCode} AND enterprise.id = ANY (${[...enterprises]}::uuid[])`;

/** A time for each of the enterprises, in their order, on days on which a visit of this kind may take place there. */
export async function proposeBatchTimes(
  tx: Tx,
  scope: AgencyScope,
  batch: { body: BatchBody; enterprises: readonly string[] },
): Promise<Slot[]> {
  const { body, enterprises } = batch;
  const clock = await loadVisitClock(tx, scope.districtCode);
  const rows = await tx.$queryRaw<Row[]>(windowsSql(scope, body, enterprises));
  const kind: InspectionKind = inspectionKinds.find((known) => known === body.kind) ?? 'annual';
  const tomorrow = addDays(clock.today, 1);
  const wish = wishOf(body, tomorrow);
  const last = addDays(wish.firstDay, horizon);
  const days = new Map(
    rows.map(({ id, fromDay, toDay, ...row }) => {
      const from = fromDay && fromDay > wish.firstDay ? fromDay : wish.firstDay;
      return [id, firstOpenDays(clock, { ...row, kind, fromDay: from, toDay: toDay ?? last }, mostItems)];
    }),
  );
  return proposeTimes(
    enterprises.map((id) => days.get(id) ?? []),
    wish,
  );
}
