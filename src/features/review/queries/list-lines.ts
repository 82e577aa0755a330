import 'server-only';
import type { TaskSource } from '#domain/declaration/line.ts';
import type { Period } from '#domain/declaration/period.ts';
import type { LineStatus } from '#domain/plan/line-status.ts';
import { endedRunSql } from '#features/merge/queries/load-runs.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { Standing } from '../labels.ts';
import { type LineFilter, pageSize } from '../schema.ts';
import { doorSql, receivedSql } from './load-joints.ts';

/** A line of the desk's table: as declared, and as it stands. */
export type LineRow = Standing & {
  readonly id: string;
  readonly matter: string;
  readonly agency: string;
  readonly agencyCode: string;
  readonly period: Period;
  readonly source: TaskSource;
  readonly reason: string;
  readonly poolLabel: string;
  readonly entryNo: string | null;
};
/** `rest`: of all lines under the filters, those that are not reviewed and in no open proposal. */
export type LinePage = {
  readonly rows: readonly LineRow[];
  readonly total: number;
  readonly rest: number;
  readonly page: number;
  readonly pages: number;
};

/** Lines of proposals that nobody has decided yet, of the run that the panel shows. */
const pendingSql = (districtCode: string, year: number) => Prisma.sql`
  SELECT DISTINCT unnest(line_ids) AS id FROM merge_proposal WHERE status = 'open' AND run_id = ${endedRunSql(districtCode, year)}`;

const isOffsite = Prisma.sql`${doorSql(Prisma.sql`line.declared_form`)} AND NOT ${doorSql(Prisma.sql`line.form`)}`;
const isRest = Prisma.sql`line.outcome = 'unreviewed' AND pending.id IS NULL`;
const isPlanned = Prisma.sql`line.outcome IN ('kept', 'unreviewed', 'merged')`;
const statusSql: Readonly<Record<LineStatus, Prisma.Sql>> = {
  unreviewed: Prisma.sql`line.outcome = 'unreviewed'`,
  pending: Prisma.sql`line.outcome = 'unreviewed' AND pending.id IS NOT NULL`,
  kept: Prisma.sql`line.outcome = 'kept'`,
  offsite: Prisma.sql`line.outcome = 'kept' AND ${isOffsite}`,
  merged: Prisma.sql`line.outcome = 'merged'`,
  dropped: Prisma.sql`line.outcome = 'dropped'`,
  returned: Prisma.sql`line.outcome = 'returned'`,
  declared: Prisma.sql`line.outcome <> 'returned'`,
  planned: isPlanned,
  changed: Prisma.sql`line.outcome IN ('dropped', 'merged') OR line.count < line.declared_count OR ${isOffsite}`,
};

const wordsSql = (q: string) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(matter.name ILIKE ${like} OR line.pool_label ILIKE ${like} OR line.basis ILIKE ${like} OR line.remark ILIKE ${like})`;
};

function filterSql({ q, agency, month, source, status, group }: LineFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  if (q) parts.push(wordsSql(q));
  if (agency) parts.push(Prisma.sql`line.agency_code = ${agency}`);
  if (month) parts.push(Prisma.sql`${month} = ANY (line.months)`);
  if (source) parts.push(Prisma.sql`line.source = ${source}::task_source`);
  if (status) parts.push(Prisma.sql`(${statusSql[status]})`);
  if (group) parts.push(Prisma.sql`matter.mergeable_group = ${group}`);
  return Prisma.join(parts, ' AND ');
}

const matchingSql = ({ districtCode }: OfficeScope, year: number, filter: LineFilter) => Prisma.sql`
  FROM (${receivedSql(districtCode, year)}) line JOIN matter ON matter.id = line.matter_id JOIN agency ON agency.code = line.agency_code
  LEFT JOIN (${pendingSql(districtCode, year)}) pending ON pending.id = line.id WHERE ${filterSql(filter)}`;

const columns = Prisma.sql`line.id, matter.name AS matter, agency.short_name AS agency, agency.code AS "agencyCode", line.period, line.source::text AS source,
  line.outcome::text AS outcome, pending.id IS NOT NULL AS "isPending", line.count, line.declared_count AS "declaredCount", line.months,
  line.declared_months AS "declaredMonths", line.form::text AS form, line.declared_form::text AS "declaredForm", line.reason,
  line.pool_label AS "poolLabel", line.entry_no AS "entryNo"`;

/** What waits comes first, then what was decided; within it by agency, as declared. `first`: lines put before all others. */
const orderSql = (first: readonly string[]) => Prisma.sql`ORDER BY line.id = ANY (${[...first]}::uuid[]) DESC,
  CASE WHEN line.outcome = 'unreviewed' THEN CASE WHEN pending.id IS NULL THEN 1 ELSE 0 END ELSE 2 END, line.outcome, agency.code, line.declaration_no, line.ordinal, line.id`;

/** One page of the lines that the office has received of a year; `first` are those of the proposal shown beside them. */
export async function listLines(
  scope: OfficeScope,
  year: number,
  asked: { filter: LineFilter; first: readonly string[] },
): Promise<LinePage> {
  const { filter, first } = asked;
  const matching = matchingSql(scope, year, filter);
  const offset = (filter.page - 1) * pageSize;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<LineRow[]>(Prisma.sql`SELECT ${columns} ${matching} ${orderSql(first)} LIMIT ${pageSize} OFFSET ${offset}`),
    db().$queryRaw<{ total: number; rest: number }[]>(
      Prisma.sql`SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${isRest}))::int AS rest ${matching}`,
    ),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, rest: counted?.rest ?? 0, page: filter.page, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

type Asked = { filter: LineFilter; access: Statements };

/** The lines under these filters that nobody has reviewed and no open proposal speaks of, as agencies declared them. */
export async function findRest(scope: OfficeScope, year: number, { filter, access }: Asked): Promise<string[]> {
  const rows = await access.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT line.id ${matchingSql(scope, year, filter)} AND ${isRest} ORDER BY agency.code, line.declaration_no, line.ordinal, line.id`,
  );
  return rows.map(({ id }) => id);
}

/** Every line under these filters, for a file; as agencies declared them. */
export function listAllLines(scope: OfficeScope, year: number, asked: Asked): Promise<LineRow[]> {
  return asked.access.$queryRaw<LineRow[]>(
    Prisma.sql`SELECT ${columns} ${matchingSql(scope, year, asked.filter)} ORDER BY agency.code, line.declaration_no, line.ordinal, line.id`,
  );
}

/** These lines, as the desk shows them, in the order given; those that the scope does not reach are left out. */
export function findLines({ districtCode }: OfficeScope, year: number, ids: readonly string[]): Promise<LineRow[]> {
  return db().$queryRaw<LineRow[]>(Prisma.sql`SELECT ${columns}
    FROM (${receivedSql(districtCode, year)}) line JOIN matter ON matter.id = line.matter_id JOIN agency ON agency.code = line.agency_code
    LEFT JOIN (${pendingSql(districtCode, year)}) pending ON pending.id = line.id
    WHERE line.id = ANY (${[...ids]}::uuid[]) ORDER BY array_position(${[...ids]}::uuid[], line.id)`);
}

/** The agencies and mergeable groups among a year's lines, to filter by. */
export async function loadLineChoices({ districtCode }: OfficeScope, year: number) {
  const [row] = await db().$queryRaw<{ agencies: { value: string; label: string }[]; groups: string[] }[]>(Prisma.sql`
    WITH received AS (${receivedSql(districtCode, year)})
    SELECT (SELECT coalesce(json_agg(json_build_object('value', code, 'label', short_name) ORDER BY code), '[]') FROM agency
        WHERE code IN (SELECT agency_code FROM received)) AS agencies,
      ARRAY(SELECT DISTINCT mergeable_group FROM matter WHERE id IN (SELECT matter_id FROM received) AND mergeable_group IS NOT NULL ORDER BY 1) AS groups`);
  return row ?? { agencies: [], groups: [] };
}
