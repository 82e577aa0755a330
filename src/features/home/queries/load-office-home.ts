import 'server-only';
import { listOfficeTasks, type OfficeDeclarationTask } from '#features/declaration/queries/list-tasks.ts';
import { countedSql } from '#features/filing/queries/status-sets.ts';
import { countProposals } from '#features/joint-visit/queries/load-joint-desk.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type DrawTask, loadDrawTasks } from './load-draw-tasks.ts';
import { type Duty, loadDuties } from './load-duties.ts';
import { loadToday, type Today } from './load-today.ts';

export type HeldTask = {
  readonly id: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly startsAt: Date;
  readonly dueDay: string;
  readonly reasons: readonly string[];
};
export type OfficeSums = {
  readonly filings: number;
  readonly joint: number;
  readonly refusals: number;
  readonly exempt: number;
  readonly held: number;
  readonly agencies: number;
};
export type AgencyRefusals = { readonly agency: string; readonly rule: string; readonly refusals: number };

export type OfficeHome = {
  readonly today: Today;
  readonly tasks: readonly HeldTask[];
  readonly declarations: readonly OfficeDeclarationTask[];
  readonly draws: readonly DrawTask[];
  readonly duties: readonly Duty[];
  /** Enterprises at which several agencies' outcomes could be one visit. */
  readonly proposals: number;
  readonly sums: OfficeSums;
  /** Visits filed for each day of this month. */
  readonly perDay: ReadonlyMap<string, number>;
  readonly refusals: readonly AgencyRefusals[];
};

const tasksSql = (scope: OfficeScope) => Prisma.sql`
  SELECT filing.id, enterprise.name AS enterprise, agency.short_name AS agency, starts_at AS "startsAt", held_due_day::text AS "dueDay",
    ARRAY(SELECT finding ->> 'title' FROM jsonb_array_elements(coalesce(verdict -> 'findings', '[]')) finding WHERE finding ->> 'outcome' = 'held') AS reasons
  FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = lead_agency_code
  WHERE filing.district_code = ${scope.districtCode} AND filing.status = 'held' ORDER BY held_due_day, starts_at LIMIT 50`;

const sumsSql = ({
  districtCode,
}: OfficeScope) => Prisma.sql`WITH this AS (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year),
  counted AS (SELECT agency_code, status, filings FROM filing_tally, this WHERE district_code = ${districtCode}
    AND day BETWEEN make_date(this.year, 1, 1) AND make_date(this.year, 12, 31)),
  standing AS (SELECT * FROM counted WHERE filings > 0 AND status IN ${countedSql})
  SELECT coalesce((SELECT sum(filings) FROM standing), 0)::int AS filings, (SELECT count(DISTINCT agency_code)::int FROM standing) AS agencies,
    coalesce((SELECT sum(filings) FROM counted WHERE status = 'held'), 0)::int AS held,
    (SELECT count(DISTINCT filing_id)::int FROM filing_agency JOIN filing ON filing.id = filing_id, this
      WHERE NOT filing_agency.is_lead AND filing.district_code = ${districtCode} AND filing.year = this.year AND filing.status IN ${countedSql}) AS joint,
    (SELECT count(*)::int FROM filing, this WHERE district_code = ${districtCode} AND filing.year = this.year AND filing.status IN ${countedSql} AND verdict ->> 'kind' = 'exempt') AS exempt,
    (SELECT count(*)::int FROM refusal, this WHERE district_code = ${districtCode}
      AND extract(year FROM refused_at AT TIME ZONE 'Asia/Shanghai') = this.year) AS refusals`;

const perDaySql = (scope: OfficeScope) => Prisma.sql`
  SELECT day::text, sum(filings)::int AS filings FROM filing_tally WHERE district_code = ${scope.districtCode}
    AND day BETWEEN date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai')::date AND (date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 month - 1 day')::date
    AND status IN ${countedSql} GROUP BY day`;

const refusalsSql = (scope: OfficeScope) => Prisma.sql`
  SELECT agency.short_name AS agency, rule, count(*)::int AS refusals FROM refusal JOIN agency ON agency.code = agency_code, unnest(rules) rule
  WHERE refusal.district_code = ${scope.districtCode} AND refused_at >= date_trunc('year', now() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'
  GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 10`;

/** The office's desk: held filings by clock, then numbers, then who was refused for what. */
export async function loadOfficeHome(scope: OfficeScope): Promise<OfficeHome> {
  const [today, tasks, [sums], perDay, refusals, declarations, draws, proposals, duties] = await Promise.all([
    loadToday(scope.districtCode),
    db().$queryRaw<HeldTask[]>(tasksSql(scope)),
    db().$queryRaw<OfficeSums[]>(sumsSql(scope)),
    db().$queryRaw<{ day: string; filings: number }[]>(perDaySql(scope)),
    db().$queryRaw<AgencyRefusals[]>(refusalsSql(scope)),
    listOfficeTasks(scope),
    loadDrawTasks(scope),
    countProposals(scope),
    loadDuties(scope),
  ]);
  if (!sums) throw new Error('no sums');
  const days = new Map(perDay.map(({ day, filings }) => [day, filings]));
  return { today, tasks, declarations, draws, duties, proposals, sums, perDay: days, refusals };
}
