import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { closedSql, liveSql } from '#features/filing/queries/status-sets.ts';
import { db, Prisma } from '#platform/db.ts';
import type { InspectorScope } from '#platform/scope.ts';

export type InspectorVisit = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly enterprise: string;
  readonly address: string;
  readonly contact: string;
  readonly matters: readonly string[];
  readonly people: string;
  readonly filingNo: string;
  readonly publicCode: string;
  readonly status: FilingStatus;
};

/** A draw that names this inspector for a visit which is still to be filed. */
export type InspectorDraw = {
  readonly outcome: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly title: string;
  readonly drawNo: string;
  readonly fromDay: string;
  readonly toDay: string;
};

export type InspectorDay = { readonly now: Date; readonly visits: readonly InspectorVisit[]; readonly draws: readonly InspectorDraw[] };

const drawsSql = (scope: InspectorScope) => Prisma.sql`
  SELECT outcome.id AS outcome, enterprise.name AS enterprise, agency.short_name AS agency, title, outcome.no AS "drawNo",
    from_day::text AS "fromDay", to_day::text AS "toDay"
  FROM draw_assignment given JOIN drawn_target outcome ON outcome.id = given.outcome_id JOIN draw ON draw.id = outcome.draw_id
  JOIN agency ON agency.code = draw.agency_code JOIN enterprise ON enterprise.id = enterprise_id
  JOIN plan_entry entry ON entry.root_id = outcome.plan_entry_id AND until_plan_id IS NULL JOIN plan ON plan.id = plan_id AND plan.status <> 'draft'
  WHERE given.inspector_id = ${scope.actor.inspectorId}::uuid AND draw.district_code = ${scope.districtCode}
    AND (draw.format <> '' OR given.position <= 2) AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    AND NOT EXISTS (SELECT FROM outcome_filing WHERE outcome_id = outcome.id AND outcome_filing.status NOT IN ${closedSql})
  ORDER BY to_day, from_day, outcome.id LIMIT 30`;

/** Checked in and not out by the record: such a visit stays at hand until somebody checks out, however late. */
const insideSql = ({ agencyCode }: InspectorScope) => Prisma.sql`EXISTS (SELECT FROM filing_agency part WHERE part.filing_id = filing.id
  AND part.agency_code = ${agencyCode} AND part.checked_in_at IS NOT NULL AND part.checked_out_at IS NULL)`;

/** The visits ahead in which this inspector is named, the nearest first, with the clock, and the draws that name this one for more. */
export async function loadInspectorDay(scope: InspectorScope): Promise<InspectorDay> {
  const [clock] = await db().$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  const visits = await db().$queryRaw<InspectorVisit[]>(Prisma.sql`
    SELECT filing.id, starts_at AS "startsAt", ends_at AS "endsAt", enterprise.name AS enterprise, site_address AS address,
      contact_name AS contact, filing_no AS "filingNo", public_code AS "publicCode", filing.status::text AS status,
      ARRAY(SELECT name FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id ORDER BY code) AS matters,
      (SELECT string_agg(inspector.name, '、' ORDER BY inspector.name) FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS people
    FROM filing_inspector mine JOIN filing ON filing.id = mine.filing_id JOIN enterprise ON enterprise.id = enterprise_id
    WHERE mine.inspector_id = ${scope.actor.inspectorId}::uuid AND filing.district_code = ${scope.districtCode}
      AND (filing.status IN ${liveSql} AND ends_at > now() OR filing.status = 'checkedIn' AND ends_at > now() - interval '2 days'
        OR filing.status <> 'archived' AND ${insideSql(scope)})
      ORDER BY starts_at LIMIT 20`);
  const draws = await db().$queryRaw<InspectorDraw[]>(drawsSql(scope));
  return { now: clock?.now ?? new Date(0), visits, draws };
}
