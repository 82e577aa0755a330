import 'server-only';
import type { DueOutcome, JointLimits } from '#domain/inspection/joint-proposal.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import { firstOpenDays, type VisitClock } from '#domain/inspection/open-visit-days.ts';
import { loadVisitClock } from '#features/filing/queries/load-visit-clock.ts';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma, type Statements } from '#platform/db.ts';

/** An outcome that is due, with everything that is shown of it. */
export type OutcomeRow = DueOutcome & {
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly agencyName: string;
  readonly entryNo: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly drawId: string;
  readonly drawNo: string;
  readonly position: number;
  readonly officers: readonly string[];
  readonly keyEnterprise: boolean;
  readonly inPark: boolean;
  readonly specialField: boolean;
};

type Reach = {
  readonly districtCode: string;
  /** Only enterprises at which this agency has an outcome. */
  readonly agencyCode?: string | null;
  readonly enterprises?: readonly string[] | null;
};

/** Outcomes still due at enterprises that stand in more than one; the enterprises named, whatever stands there. */
export async function loadDueOutcomes(
  tx: Statements,
  { districtCode, agencyCode = null, enterprises = null }: Reach,
): Promise<OutcomeRow[]> {
  return tx.$queryRaw<OutcomeRow[]>(Prisma.sql`WITH due AS MATERIALIZED (
    SELECT outcome.id AS outcome, outcome.draw_id, outcome.no AS draw_no, outcome.position, outcome.joint_visit_id, outcome.enterprise_id, entry.id AS entry_id,
      entry.no AS entry_no, entry.title, entry.kind, entry.from_day, entry.to_day, party.agency_code
    FROM plan JOIN plan_entry entry ON entry.plan_id = plan.id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND party.is_lead
    JOIN drawn_target outcome ON outcome.plan_entry_id = entry.root_id
    WHERE plan.district_code = ${districtCode} AND plan.status <> 'draft' AND entry.until_plan_id IS NULL
      AND entry.to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND entry.used < entry.quota + EXISTS (
        SELECT FROM outcome_filing WHERE outcome_id = outcome.id AND status NOT IN ${closedSql})::int
      AND (${enterprises}::uuid[] IS NULL OR outcome.enterprise_id = ANY (${enterprises}::uuid[]))
  ), several AS (
    SELECT enterprise_id FROM due GROUP BY enterprise_id HAVING count(*) > 1 AND (${agencyCode}::text IS NULL OR bool_or(agency_code = ${agencyCode}))
  )
  SELECT outcome, due.draw_id AS "drawId", draw_no AS "drawNo", position, joint_visit_id AS "jointVisit", enterprise.id AS enterprise,
    enterprise.name AS "enterpriseName", uscc, key_enterprise AS "keyEnterprise", in_park AS "inPark", due.agency_code AS agency, short_name AS "agencyName",
    entry_no AS "entryNo", title, due.kind::text AS kind, from_day::text AS "fromDay", to_day::text AS "toDay",
    (SELECT count(*)::int FROM plan_entry_matter WHERE plan_entry_id = entry_id) AS matters,
    NOT EXISTS (SELECT FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry_id AND NOT special_field) AS "specialField",
    ARRAY(SELECT inspector.name FROM draw_assignment given JOIN inspector ON inspector.id = inspector_id WHERE outcome_id = outcome
      AND (draw.format <> '' OR given.position <= 2) ORDER BY given.position) AS officers,
    EXISTS (SELECT FROM outcome_filing WHERE outcome_id = outcome AND outcome_filing.status NOT IN ${closedSql}) AS filed
  FROM due JOIN several ON several.enterprise_id = due.enterprise_id JOIN enterprise ON enterprise.id = due.enterprise_id JOIN agency ON agency.code = due.agency_code
  JOIN draw ON draw.id = due.draw_id
  WHERE enterprise.status = 'active' AND merged_into_id IS NULL ORDER BY enterprise.id, due.agency_code, entry_no`);
}

/** What binds joint visits under the policy in force in the district. */
export async function loadLimits(tx: Statements, districtCode: string): Promise<JointLimits<OutcomeRow>> {
  return limitsUnder(await loadVisitClock(tx, districtCode));
}

/** The same from a clock that was read already. */
export function limitsUnder(clock: VisitClock): JointLimits<OutcomeRow> {
  return {
    agenciesPerVisit: clock.policy.values.planning.value.agenciesPerVisit,
    hasOpenDay: (parts, window) => {
      const specialField = parts.every((part) => part.specialField);
      return parts.every((part) => firstOpenDays(clock, { ...part, ...window, specialField }, 1).length > 0);
    },
  };
}
