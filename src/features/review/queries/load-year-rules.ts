import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Policy } from '#domain/law/policy.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** What a plan's year is judged by: the clock, the policy in force today, and the calendar of that year. */
export type YearRules = { readonly now: Date; readonly policy: Policy; readonly calendar: Calendar };
type Row = { now: Date; policyId: string; years: number[]; days: { day: string; kind: 'holiday' | 'makeUp'; name: string }[] };

/** Reads the clock, the policy in force and the days that the State Council's notices name in this year and around today. */
export async function loadYearRules(districtCode: string, year: number, access: Statements = db()): Promise<YearRules> {
  const [row] = await access.$queryRaw<Row[]>(Prisma.sql`SELECT now() AS now,
    (SELECT id FROM policy WHERE district_code = ${districtCode}
      ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1) AS "policyId",
    (SELECT coalesce(array_agg(DISTINCT year), '{}') FROM calendar_day) AS years,
    (SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') FROM calendar_day
      WHERE day BETWEEN make_date(${year}, 1, 1) AND make_date(${year}, 12, 31) OR day BETWEEN now()::date - 7 AND now()::date + 60) AS days`);
  if (!row) throw new Error('no clock');
  const policy = await loadPolicy(row.policyId, access);
  const days = new Map(row.days.map(({ day, kind, name }) => [day, { kind, name }]));
  return { now: row.now, policy, calendar: { days, officialYears: new Set(row.years) } };
}
