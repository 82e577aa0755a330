import 'server-only';
import type { PoolSpec } from '#domain/declaration/pool.ts';
import { computeCapacity } from '#domain/plan/heat.ts';
import type { MergeLine, MergeProblem, Targets } from '#domain/plan/merge/model.ts';
import { computeTeamMinutes } from '#domain/plan/merge/team-time.ts';
import { poolSql } from '#features/declaration/queries/measure-pools.ts';
import { loadYearRules } from '#features/review/queries/load-year-rules.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

type Year = { readonly districtCode: string; readonly year: number };
type LineRow = Omit<MergeLine, 'targets' | 'stated'> & { readonly pool: PoolSpec };
type CellRow = { readonly pools: number[] | null; readonly size: number; readonly listed: string[] | null };

/** Lines that a plan would hold: sent to the office, and not yet merged, dropped or returned. */
const linesSql = ({ districtCode, year }: Year) => Prisma.sql`
  SELECT line.id, line.agency_code AS agency, agency.short_name AS "agencyName", matter.code AS matter, matter.name AS title,
    declaration.kind::text AS kind, matter.mergeable_group AS "group", matter.group AS competence, matter.category IN ('seasonal', 'holiday') AS seasonal,
    line.source::text AS source, line.months, line.form::text AS form, line.count, line.pool
  FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id JOIN matter ON matter.id = line.matter_id
    JOIN agency ON agency.code = line.agency_code
  WHERE line.district_code = ${districtCode} AND line.year = ${year} AND declaration.approved_at IS NOT NULL AND line.outcome IN ('unreviewed', 'kept')
  ORDER BY line.agency_code, declaration.no, line.ordinal, line.id`;

/** Every enterprise that some pool holds or some list names, by the pools it lies in: one pass over the register says what all pools share. */
const cellsSql = ({ districtCode }: Year, pools: readonly string[], listed: readonly string[]) => Prisma.sql`
  WITH asked AS (SELECT pool, (turn - 1)::int AS turn FROM unnest(${pools}::jsonb[]) WITH ORDINALITY given (pool, turn)),
  member AS (SELECT enterprise.uscc, array_agg(asked.turn ORDER BY asked.turn) FILTER (WHERE asked.turn IS NOT NULL) AS pools
    FROM enterprise LEFT JOIN asked ON ${poolSql(Prisma.sql`asked.pool`)}
    WHERE enterprise.district_code = ${districtCode} AND enterprise.status = 'active' GROUP BY enterprise.uscc)
  SELECT pools, count(*)::int AS size, array_agg(uscc ORDER BY uscc) FILTER (WHERE uscc = ANY (${listed}::text[])) AS listed
  FROM member WHERE pools IS NOT NULL OR uscc = ANY (${listed}::text[]) GROUP BY pools ORDER BY pools`;

/** Officers whose credentials are valid today: those that end before the plan's year are renewed as a rule. */
const officersSql = (agencies: readonly string[]) => Prisma.sql`
  SELECT agency_code AS agency, count(*)::int AS officers FROM inspector
  WHERE agency_code = ANY (${agencies}::text[]) AND credential_kind <> 'none'
    AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN valid_from AND valid_to
  GROUP BY agency_code`;

const refusedSql = ({ districtCode, year }: Year) => Prisma.sql`
  SELECT DISTINCT proposal.line_ids::text[] AS ids FROM merge_proposal proposal JOIN merge_run run ON run.id = proposal.run_id
  WHERE run.district_code = ${districtCode} AND run.year = ${year} AND proposal.status = 'refused' ORDER BY 1`;

async function gatherCapacity(place: Year, agencies: readonly string[], access: Statements) {
  const { policy, calendar } = await loadYearRules(place.districtCode, place.year, access);
  const rows = await access.$queryRaw<{ agency: string; officers: number }[]>(officersSql(agencies));
  const officers = new Map(rows.map(({ agency, officers: number }) => [agency, number]));
  const { movableMonths, agenciesPerVisit, matterMinutes, visitMinutes } = policy.values.planning.value;
  const settings = { movableMonths, agenciesPerVisit, matterMinutes, visitMinutes };
  const { quietDays, planning } = policy.values;
  const { months: room } = computeCapacity(place.year, calendar, { quietDays: quietDays.value, planning: planning.value });
  const minutesOf = (agency: string) => room.map(({ openDays }) => computeTeamMinutes(officers.get(agency) ?? 0, openDays, settings));
  return { settings, room, capacity: agencies.map((agency) => ({ agency, minutes: minutesOf(agency) })) };
}

/** Whether a line asks for every enterprise that its list names: then no pool has to be measured. */
const asksForAll = ({ pool, count }: LineRow): boolean => pool.list !== null && count >= pool.list.length;

/** A list is checked as it stands where the line asks for all of it; of a longer one, and of any pool, a sample is drawn. */
function targetsOf({ pool, count }: LineRow, pools: ReadonlyMap<string, number>, listed: ReadonlyMap<string, number>): Targets {
  const enterprises = (pool.list ?? []).flatMap((uscc) => listed.get(uscc) ?? []).sort((a, b) => a - b);
  if (pool.list !== null && count >= enterprises.length) return { kind: 'listed', enterprises };
  return { kind: 'pool', pool: pools.get(JSON.stringify(pool)) ?? 0 };
}

/** A year's lines with all that merging them depends on. The same rows give the same problem, to the byte. */
export async function gatherProblem(place: Year, access: Statements = db()): Promise<MergeProblem> {
  const rows = await access.$queryRaw<LineRow[]>(linesSql(place));
  const drawn = rows.filter((row) => !asksForAll(row)).map(({ pool }) => JSON.stringify(pool));
  const pools = new Map([...new Set(drawn)].map((pool, turn) => [pool, turn]));
  const named = [...new Set(rows.flatMap(({ pool }) => pool.list ?? []))];
  const cells = await access.$queryRaw<CellRow[]>(cellsSql(place, [...pools.keys()], named));
  const listed = new Map(
    cells
      .flatMap((cell) => cell.listed ?? [])
      .sort()
      .map((uscc, index) => [uscc, index]),
  );
  const refused = await access.$queryRaw<{ ids: string[] }[]>(refusedSql(place));
  const lines = rows.map((row): MergeLine => {
    const { pool: _pool, ...line } = row;
    const targets = targetsOf(row, pools, listed);
    return { ...line, targets, count: targets.kind === 'listed' ? targets.enterprises.length : line.count, stated: line.count };
  });
  return {
    ...{
      lines,
      cells: cells.flatMap(({ pools: together, size }) => (together ? [{ pools: together, size }] : [])),
      refused: refused.map(({ ids }) => ids),
    },
    ...(await gatherCapacity(place, [...new Set(rows.map(({ agency }) => agency))].sort(), access)),
  };
}
