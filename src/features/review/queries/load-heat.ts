import 'server-only';
import { computeCapacity, computeHeat, type HeatLoad, type HeatMap } from '#domain/plan/heat.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { doorSql, jointsSql, receivedSql } from './load-joints.ts';
import { loadYearRules } from './load-year-rules.ts';

export type HeatView = HeatMap & {
  /** Short names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** The year's notice of holidays is not loaded yet. */
  readonly provisional: boolean;
  readonly visitsPerOpenDay: number;
};
type Row = { agencies: { code: string; name: string }[]; loads: HeatLoad[] };

// Entries alike in agency, months and count are spread once, however many there are.
const heatSql = (districtCode: string, year: number) => Prisma.sql`
  WITH received AS (${receivedSql(districtCode, year)}), joint AS (${jointsSql}),
  planned AS (SELECT agency_code AS agency, months, count, form FROM received WHERE outcome IN ('kept', 'unreviewed')
    UNION ALL SELECT lead, months, count, form FROM joint),
  loads AS (SELECT agency, months, count, count(*)::int AS entries FROM planned
    WHERE ${doorSql(Prisma.sql`form`)} AND count > 0 AND cardinality(months) > 0 GROUP BY agency, months, count)
  SELECT (SELECT coalesce(json_agg(json_build_object('code', code, 'name', short_name) ORDER BY code), '[]') FROM agency
      WHERE code IN (SELECT agency_code FROM received)) AS agencies,
    (SELECT coalesce(json_agg(to_json(loads)), '[]') FROM loads) AS loads`;

/** Door visits agency by month as they are planned so far, against what each month can bear. */
export async function loadHeat({ districtCode }: OfficeScope, year: number): Promise<HeatView> {
  const [[row], { policy, calendar }] = await Promise.all([
    db().$queryRaw<Row[]>(heatSql(districtCode, year)),
    loadYearRules(districtCode, year),
  ]);
  if (!row) throw new Error('no loads');
  const planning = policy.values.planning.value;
  const { months, provisional } = computeCapacity(year, calendar, { quietDays: policy.values.quietDays.value, planning });
  const map = computeHeat(
    row.agencies.map(({ code }) => code),
    row.loads,
    months,
  );
  return {
    ...map,
    names: new Map(row.agencies.map(({ code, name }) => [code, name])),
    provisional,
    visitsPerOpenDay: planning.visitsPerOpenDay,
  };
}
