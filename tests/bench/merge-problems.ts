import { readFileSync } from 'node:fs';
import type { TaskSource } from '#domain/declaration/line.ts';
import { monthsOf, type Period } from '#domain/declaration/period.ts';
import { type PoolSpec, poolOf } from '#domain/declaration/pool.ts';
import { computeCount, type Quantity } from '#domain/declaration/quantity.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import type { MergeLine, MergeProblem, MergeSettings, PoolCell } from '#domain/plan/merge/model.ts';
import { computeTeamMinutes } from '#domain/plan/merge/team-time.ts';
import { readAgencies, readEnterprises, readInspectors, readMatters } from '#seed/reference/read-registers.ts';

const settings: MergeSettings = { movableMonths: 6, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 480 };
/** Of a month with quiet days from the 1st to the 20th. */
const openDays = 7;

type SheetLine = {
  matter_code: string;
  quantity: { kind: Quantity['kind']; ratio_percent?: number; count?: number };
  period: Period;
  method: InspectionForm;
  source: TaskSource;
  valid: boolean;
};
type Expected = { files: { agency_code: string; district_code: string; lines: SheetLine[] }[] };

const plans = new URL('../../prisma/seed/data/plans/expected.json', import.meta.url);

const matters = new Map(readMatters().map((matter) => [matter.code, matter]));

type Enterprise = ReturnType<typeof readEnterprises>[number];
const isIn = (pool: PoolSpec, { industry, inPark, keyEnterprise }: Enterprise): boolean =>
  (pool.industries.length === 0 || pool.industries.includes(industry)) && (!pool.inPark || inPark) && (!pool.keyOnly || keyEnterprise);

/** Enterprises by the pools that they lie in, as the database tells them. */
function cellsOf(pools: readonly PoolSpec[], enterprises: readonly Enterprise[]): PoolCell[] {
  const cells = new Map<string, PoolCell>();
  for (const enterprise of enterprises) {
    const own = pools.flatMap((pool, index) => (isIn(pool, enterprise) ? [index] : []));
    if (own.length > 0) cells.set(own.join(), { pools: own, size: (cells.get(own.join())?.size ?? 0) + 1 });
  }
  return [...cells.values()];
}

/** Numbers pools in the order in which they are first asked for. */
function numberPools() {
  const pools: PoolSpec[] = [];
  const keys = new Map<string, number>();
  const place = (pool: PoolSpec): number => {
    const key = JSON.stringify(pool);
    const known = keys.get(key) ?? pools.push(pool) - 1;
    keys.set(key, known);
    return known;
  };
  return { pools, place };
}

type Registers = { readonly districtCode: string; readonly enterprises: readonly Enterprise[]; readonly place: (pool: PoolSpec) => number };

function lineOf(
  line: SheetLine & { agency: string; agencyName: string },
  id: string,
  { districtCode, enterprises, place }: Registers,
): MergeLine {
  const matter = matters.get(line.matter_code);
  if (!matter) throw new Error(`no matter ${line.matter_code}`);
  const pool = poolOf(districtCode === '511724' ? '园区' : '', matter.industries);
  const { ratio_percent: ratioPercent, ...quantity } = line.quantity;
  const size = enterprises.filter((each) => isIn(pool, each)).length;
  const count = computeCount({ ratioPercent, ...quantity } as Quantity, size);
  return {
    ...{
      id,
      agency: line.agency,
      agencyName: line.agencyName,
      matter: matter.code,
      title: matter.name,
      kind: 'annual',
      group: matter.mergeableGroup,
      competence: matter.group,
    },
    ...{
      seasonal: ['seasonal', 'holiday'].includes(matter.category),
      source: line.source,
      months: monthsOf(line.period),
      form: line.method,
    },
    ...{ count, stated: count, targets: { kind: 'pool', pool: place(pool) } },
  };
}

function capacityOf(agencies: readonly string[]): MergeProblem['capacity'] {
  const officers = readInspectors().filter(({ credentialKind, validTo }) => credentialKind !== 'none' && (validTo ?? '') >= '2026-11-22');
  return agencies.map((agency) => {
    const minutes = computeTeamMinutes(officers.filter(({ agencyCode }) => agencyCode === agency).length, openDays, settings);
    return { agency, minutes: Array.from({ length: 12 }, () => minutes) };
  });
}

/** The year that the sample sheets of a district declare; the pools are the industries of their matters, in 大竹 within the park. */
export function readSheetYear(districtCode: string): MergeProblem {
  const { files } = JSON.parse(readFileSync(plans, 'utf8')) as Expected;
  const agencies = new Map(readAgencies().map(({ code, shortName }) => [code, shortName]));
  const enterprises = readEnterprises().filter((each) => each.districtCode === districtCode && each.status === 'active');
  const { pools, place } = numberPools();
  const own = files.filter((file) => file.district_code === districtCode);
  const declared = own.flatMap(({ agency_code: agency, lines }) =>
    lines.filter(({ valid }) => valid).map((line) => ({ ...line, agency, agencyName: agencies.get(agency) ?? agency })),
  );
  const lines = declared.map((line, index) => lineOf(line, `${index + 1}`, { districtCode, enterprises, place }));
  const capacity = capacityOf(own.map(({ agency_code }) => agency_code));
  return { lines, cells: cellsOf(pools, enterprises), settings, capacity, room: [], refused: [] };
}
