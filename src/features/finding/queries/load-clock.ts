import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PolicyValues } from '#domain/law/policy.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** What a district's deadlines are counted by: now, its local day, the policy in force and the calendar around it. */
export type DistrictClock = {
  readonly now: Date;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly valueOf: <Key extends keyof PolicyValues>(key: Key) => PolicyValues[Key];
};

type Row = {
  readonly now: Date;
  readonly today: Day;
  readonly policyId: string | null;
  readonly officialYears: number[];
  readonly days: { day: Day; kind: 'holiday' | 'makeUp'; name: string }[];
};

/** Reads the district's clock; a year of calendar to either side is enough for every deadline of results. */
export async function loadClock(districtCode: string, access: Statements = db()): Promise<DistrictClock> {
  const [row] = await access.$queryRaw<Row[]>(Prisma.sql`
    SELECT now() AS now, (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today,
      (SELECT id FROM policy WHERE district_code = ${districtCode}
        ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1) AS "policyId",
      (SELECT coalesce(array_agg(DISTINCT year), '{}') FROM calendar_day) AS "officialYears",
      (SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') FROM calendar_day
        WHERE day BETWEEN now() - interval '400 days' AND now() + interval '400 days') AS days`);
  if (!row?.policyId) throw new Error('no policy');
  const { values } = await loadPolicy(row.policyId, access);
  const calendar = {
    days: new Map(row.days.map(({ day, kind, name }) => [day, { kind, name }])),
    officialYears: new Set(row.officialYears),
  };
  return { now: row.now, today: row.today, calendar, valueOf: (key) => values[key].value };
}
