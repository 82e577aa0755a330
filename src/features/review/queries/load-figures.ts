import 'server-only';
import type { PlanFigures } from '#domain/plan/figures.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import { doorSql, jointsSql, receivedSql } from './load-joints.ts';

// The same sums as computeFigures, made where the rows are.
const figuresSql = (districtCode: string, year: number) => Prisma.sql`
  WITH received AS (${receivedSql(districtCode, year)}), joint AS (${jointsSql}),
  alone AS (SELECT count, form FROM received WHERE outcome IN ('kept', 'unreviewed')),
  planned AS (SELECT count, form FROM alone UNION ALL SELECT count, form FROM joint)
  SELECT (count(*) FILTER (WHERE outcome <> 'returned'))::int AS "declaredLines",
    coalesce(sum(declared_count) FILTER (WHERE outcome <> 'returned' AND ${doorSql(Prisma.sql`declared_form`)}), 0)::int AS "declaredVisits",
    (SELECT count(*)::int FROM planned) AS "plannedEntries",
    (SELECT coalesce(sum(count), 0)::int FROM planned WHERE ${doorSql(Prisma.sql`form`)}) AS "plannedVisits",
    (count(*) FILTER (WHERE outcome = 'merged'))::int AS "mergedLines", (SELECT count(*)::int FROM joint) AS joints,
    (count(*) FILTER (WHERE outcome = 'dropped'))::int AS "droppedLines",
    (count(*) FILTER (WHERE outcome = 'unreviewed'))::int AS "unreviewedLines",
    (count(*) FILTER (WHERE outcome = 'returned'))::int AS "returnedLines"
  FROM received`;

/** What became of a district's declarations of a year (`computeFigures`), in one statement. */
export async function loadYearFigures(districtCode: string, year: number, access: Statements = db()): Promise<PlanFigures> {
  const [row] = await access.$queryRaw<PlanFigures[]>(figuresSql(districtCode, year));
  if (!row) throw new Error('no figures');
  return row;
}
