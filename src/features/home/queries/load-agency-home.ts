import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { type AgencyDeclarationTask, listAgencyTasks } from '#features/declaration/queries/list-tasks.ts';
import { type DrawnPage, listFirstDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { countedSql, liveSql } from '#features/filing/queries/status-sets.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type DrawTask, loadDrawTasks } from './load-draw-tasks.ts';
import { type Duty, loadDuties } from './load-duties.ts';
import { loadToday, type Today } from './load-today.ts';

export type AgencyTask = {
  readonly id: string;
  readonly type: 'draft' | FilingStatus;
  readonly enterprise: string;
  readonly at: Date;
  readonly remark: string;
  readonly startsAt: Date | null;
};
export type Coming = {
  readonly id: string;
  readonly startsAt: Date;
  readonly enterprise: string;
  readonly people: string;
  readonly status: FilingStatus;
};
export type EntryLeft = {
  readonly no: string;
  readonly title: string;
  readonly quota: number;
  readonly left: number;
  readonly toDay: string;
};
export type Sums = {
  readonly filings: number;
  readonly joint: number;
  readonly refusals: number;
  readonly places: number;
  readonly entries: number;
  readonly district: number;
};

export type AgencyHome = {
  readonly today: Today;
  readonly isHead: boolean;
  readonly tasks: readonly AgencyTask[];
  readonly declarations: readonly AgencyDeclarationTask[];
  readonly draws: readonly DrawTask[];
  readonly duties: readonly Duty[];
  /** What was drawn and has yet to be filed: the first few, and how many there are. */
  readonly drawn: DrawnPage;
  readonly sums: Sums;
  readonly coming: readonly Coming[];
  readonly entries: readonly EntryLeft[];
};

/** What waits for this agency's filers (drafts, returned) or its head (to approve), and what waits elsewhere for it. */
const tasksSql = (scope: AgencyScope) => Prisma.sql`
  SELECT draft.id, 'draft' AS type, enterprise.name AS enterprise, updated_at AS at, '' AS remark, NULL::timestamptz AS "startsAt"
    FROM filing_draft draft JOIN enterprise ON enterprise.id = enterprise_id WHERE draft.agency_code = ${scope.agencyCode}
  UNION ALL
  SELECT filing.id, filing.status::text, enterprise.name, submitted_at, remark, starts_at
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE lead_agency_code = ${scope.agencyCode} AND filing.status IN ('submitted', 'held', 'returned') AND ends_at > now()
  ORDER BY at DESC LIMIT 20`;

const sumsSql = ({
  districtCode,
  agencyCode,
}: AgencyScope) => Prisma.sql`WITH this AS (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year),
  counted AS (SELECT agency_code, filings FROM filing_tally, this WHERE district_code = ${districtCode}
    AND day BETWEEN make_date(this.year, 1, 1) AND make_date(this.year, 12, 31) AND status IN ${countedSql})
  SELECT (SELECT coalesce(sum(filings), 0)::int FROM counted WHERE agency_code = ${agencyCode}) AS filings,
    (SELECT coalesce(sum(filings), 0)::int FROM counted) AS district,
    (SELECT count(DISTINCT filing_id)::int FROM filing_agency JOIN filing ON filing.id = filing_id, this
      WHERE NOT filing_agency.is_lead AND lead_agency_code = ${agencyCode} AND filing.year = this.year AND filing.status IN ${countedSql}) AS joint,
    (SELECT count(*)::int FROM refusal, this WHERE agency_code = ${agencyCode}
      AND extract(year FROM refused_at AT TIME ZONE 'Asia/Shanghai') = this.year) AS refusals,
    (SELECT coalesce(sum(quota - used), 0)::int FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id, this
      WHERE plan.district_code = ${districtCode} AND plan.year = this.year AND plan.status <> 'draft' AND until_plan_id IS NULL AND is_lead AND agency_code = ${agencyCode}) AS places,
    (SELECT count(*)::int FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id, this
      WHERE plan.district_code = ${districtCode} AND plan.year = this.year AND plan.status <> 'draft' AND until_plan_id IS NULL AND is_lead AND agency_code = ${agencyCode}) AS entries`;

const comingSql = (scope: AgencyScope) => Prisma.sql`
  SELECT filing.id, starts_at AS "startsAt", enterprise.name AS enterprise, filing.status::text AS status,
    (SELECT string_agg(inspector.name, '、' ORDER BY inspector.name) FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS people
  FROM filing JOIN enterprise ON enterprise.id = enterprise_id
  WHERE lead_agency_code = ${scope.agencyCode} AND filing.status IN ${liveSql} AND ends_at > now()
  ORDER BY starts_at LIMIT 8`;

const entriesSql = (scope: AgencyScope) => Prisma.sql`
  SELECT entry.no, title, quota, quota - used AS left, to_day::text AS "toDay"
  FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id
  WHERE plan.district_code = ${scope.districtCode} AND plan.status <> 'draft' AND until_plan_id IS NULL AND is_lead AND agency_code = ${scope.agencyCode}
    AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND from_day <= (now() AT TIME ZONE 'Asia/Shanghai')::date + 62
  ORDER BY to_day, entry.no LIMIT 8`;

/** The desk of an agency's filers and head. */
export async function loadAgencyHome(scope: AgencyScope): Promise<AgencyHome> {
  const [today, tasks, [sums], coming, entries, declarations, draws, drawn, duties] = await Promise.all([
    loadToday(scope.districtCode),
    db().$queryRaw<AgencyTask[]>(tasksSql(scope)),
    db().$queryRaw<Sums[]>(sumsSql(scope)),
    db().$queryRaw<Coming[]>(comingSql(scope)),
    db().$queryRaw<EntryLeft[]>(entriesSql(scope)),
    listAgencyTasks(scope),
    loadDrawTasks(scope),
    listFirstDrawnVisits(scope, 5),
    loadDuties(scope),
  ]);
  if (!sums) throw new Error('no sums');
  const isHead = scope.actor.type === 'user' && scope.actor.role === 'agencyHead';
  return { today, isHead, tasks, declarations, draws, duties, drawn, sums, coming, entries };
}
