import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { dueDayOf } from '#domain/declaration/due.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** Now, and by when a year is to be declared under the policy in force. */
export type DueRule = { readonly now: Date; readonly today: Day; readonly dueOf: (year: number) => Day };

export async function loadDueRule(districtCode: string, access: Statements = db()): Promise<DueRule> {
  const [row] = await access.$queryRaw<{ now: Date; policyId: string }[]>(Prisma.sql`SELECT now() AS now, id AS "policyId" FROM policy
    WHERE district_code = ${districtCode}
    ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1`);
  if (!row) throw new Error('no policy');
  const { values } = await loadPolicy(row.policyId, access);
  return { now: row.now, today: dayOf(row.now), dueOf: (year) => dueDayOf(values.declarationDue.value, year) };
}

/**
 * The years in which nobody is late any more: the plan was made from declarations and published, or it was published without any and the
 * due day is over. What is declared for them is a supplement.
 */
export async function findSettledYears(
  districtCode: string,
  { today, dueOf }: Pick<DueRule, 'today' | 'dueOf'>,
  access: Statements = db(),
): Promise<ReadonlySet<number>> {
  const plans = await access.$queryRaw<{ year: number; isDeclared: boolean }[]>(Prisma.sql`
    SELECT year, figures IS NOT NULL AS "isDeclared" FROM plan WHERE district_code = ${districtCode} AND status = 'published'`);
  return new Set(plans.filter(({ year, isDeclared }) => isDeclared || dueOf(year) < today).map(({ year }) => year));
}
