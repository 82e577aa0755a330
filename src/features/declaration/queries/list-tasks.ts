import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, yearOf } from '#domain/calendar/local-day.ts';
import type { DeclarationStatus } from '#domain/declaration/lifecycle.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { declaresSql } from './list-late.ts';
import { type DueRule, findSettledYears, loadDueRule } from './load-due.ts';

/** A declaration that is not with the office; `id` and `status` are null for a year that has to be begun. */
export type AgencyDeclarationTask = {
  readonly id: string | null;
  readonly year: number;
  readonly kind: 'annual' | 'special';
  readonly no: number;
  readonly status: Exclude<DeclarationStatus, 'approved'> | null;
  readonly returned: number;
  readonly due: Day;
};

/** What waits at the office: lines to review of a year, and who is late with it. */
export type OfficeDeclarationTask = {
  readonly year: number;
  readonly due: Day;
  readonly declarations: number;
  readonly lines: number;
  readonly late: readonly string[];
};

/** A year has to be begun once its due day is no further away. */
const aheadDays = 60;

/** This year and the next, where somebody may be late and the due day is no further away. */
async function findNearYears(districtCode: string, rule: DueRule, ahead: number): Promise<number[]> {
  const settled = await findSettledYears(districtCode, rule);
  const years = [yearOf(rule.today), yearOf(rule.today) + 1];
  return years.filter((year) => !settled.has(year) && rule.dueOf(year) <= addDays(rule.today, ahead));
}

/** The agency's declarations that are still its own, and the years that it has to begin now. */
export async function listAgencyTasks({ districtCode, agencyCode }: AgencyScope): Promise<AgencyDeclarationTask[]> {
  const rule = await loadDueRule(districtCode);
  const near = await findNearYears(districtCode, rule, aheadDays);
  const rows = await db().$queryRaw<Omit<AgencyDeclarationTask, 'due'>[]>(Prisma.sql`
    SELECT id, year, kind::text AS kind, no, status::text AS status,
      (SELECT count(*)::int FROM declaration_line WHERE declaration_id = declaration.id AND outcome = 'returned') AS returned
    FROM declaration WHERE district_code = ${districtCode} AND agency_code = ${agencyCode} AND status <> 'approved'
    UNION ALL SELECT NULL, year, 'annual', 1, NULL, 0 FROM unnest(${near}::int[]) year
      WHERE EXISTS (SELECT FROM agency WHERE code = ${agencyCode} AND kind IS NOT NULL)
        AND NOT EXISTS (SELECT FROM declaration WHERE declaration.agency_code = ${agencyCode} AND declaration.year = year.year AND kind = 'annual')
    ORDER BY 2, 4 LIMIT 10`);
  return rows.map((row) => ({ ...row, due: rule.dueOf(row.year) }));
}

/** The years whose declarations wait for the office's review, or are overdue. */
export async function listOfficeTasks({ districtCode }: OfficeScope): Promise<OfficeDeclarationTask[]> {
  const rule = await loadDueRule(districtCode);
  const near = await findNearYears(districtCode, rule, -1);
  const rows = await db().$queryRaw<Omit<OfficeDeclarationTask, 'due'>[]>(Prisma.sql`
    WITH waiting AS (
      SELECT declaration.year, count(DISTINCT declaration.id)::int AS declarations, count(*)::int AS lines
      FROM declaration JOIN declaration_line line ON line.declaration_id = declaration.id
      WHERE declaration.district_code = ${districtCode} AND status = 'approved' AND line.outcome = 'unreviewed' GROUP BY 1
    ), overdue AS (
      SELECT year, array_agg(short_name ORDER BY code) AS late FROM unnest(${near}::int[]) year, agency
      WHERE district_code = ${districtCode} AND ${declaresSql(Prisma.sql`year.year`).isLate}
      GROUP BY 1)
    SELECT year, coalesce(declarations, 0) AS declarations, coalesce(lines, 0) AS lines, coalesce(late, '{}') AS late
    FROM waiting FULL JOIN overdue USING (year) ORDER BY year`);
  return rows.map((row) => ({ ...row, due: rule.dueOf(row.year) }));
}
