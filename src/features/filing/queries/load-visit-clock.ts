import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import type { VisitClock } from '#domain/inspection/open-visit-days.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { Prisma, type Statements } from '#platform/db.ts';

type Row = { now: Date; policyId: string; years: number[]; days: { day: string; kind: 'holiday' | 'makeUp'; name: string }[] };

/** The day, the policy in force and the calendar ahead of a district. */
export async function loadVisitClock(tx: Statements, districtCode: string): Promise<VisitClock> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT now() AS now,
    (SELECT id FROM policy WHERE district_code = ${districtCode}
      ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1) AS "policyId",
    (SELECT coalesce(array_agg(DISTINCT year), '{}') FROM calendar_day) AS years,
    (SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') FROM calendar_day WHERE day >= now()::date - 31) AS days`);
  if (!row) throw new Error('no clock');
  const policy = await loadPolicy(row.policyId, tx);
  const days = new Map(row.days.map(({ day, kind, name }) => [day, { kind, name }]));
  return { today: dayOf(row.now), policy, calendar: { days, officialYears: new Set(row.years) } };
}
