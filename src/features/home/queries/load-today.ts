import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { monthGrid } from '#domain/calendar/month-grid.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { statusOfDay } from '#domain/calendar/working-day.ts';
import type { Policy } from '#domain/law/policy.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma } from '#platform/db.ts';

export type MonthDay = { readonly day: string; readonly look: 'quiet' | 'rest' | 'open'; readonly name: string | null };

/** Today in the district: the date, whether it is quiet, when the next open day is, and the month around it. */
export type Today = {
  readonly now: Date;
  readonly day: string;
  readonly isQuiet: boolean;
  /** Null where no quiet days are set. */
  readonly nextOpen: string | null;
  readonly month: readonly MonthDay[];
  readonly calendar: Calendar;
};

type Row = { now: Date; policyId: string; years: number[]; days: { day: string; kind: 'holiday' | 'makeUp'; name: string }[] };

function lookOf(policy: Policy, calendar: Calendar, day: string): MonthDay {
  const { working, name } = statusOfDay(calendar, day);
  const isQuiet = isQuietDay(policy.values.quietDays.value.recurrences, day);
  return { day, look: isQuiet ? 'quiet' : working ? 'open' : 'rest', name };
}

function findOpen(policy: Policy, calendar: Calendar, from: string): string | null {
  for (let step = 0; step <= 60; step++) {
    const day = addDays(from, step);
    if (lookOf(policy, calendar, day).look === 'open') return day;
  }
  return null;
}

/** Reads the clock, the policy in force and the calendar of a district. */
export async function loadToday(districtCode: string): Promise<Today> {
  const [row] = await db().$queryRaw<Row[]>(Prisma.sql`SELECT now() AS now,
    (SELECT id FROM policy WHERE district_code = ${districtCode}
      ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1) AS "policyId",
    (SELECT coalesce(array_agg(DISTINCT year), '{}') FROM calendar_day) AS years,
    (SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') FROM calendar_day WHERE day >= now()::date - 31) AS days`);
  if (!row) throw new Error('no clock');
  const policy = await loadPolicy(row.policyId);
  const calendar: Calendar = {
    days: new Map(row.days.map(({ day, kind, name }) => [day, { kind, name }])),
    officialYears: new Set(row.years),
  };
  const day = dayOf(row.now);
  const days = monthGrid(day.slice(0, 7))
    .flat()
    .filter((each) => each !== null);
  return {
    now: row.now,
    day,
    isQuiet: isQuietDay(policy.values.quietDays.value.recurrences, day),
    nextOpen: policy.values.quietDays.value.recurrences.length > 0 ? findOpen(policy, calendar, day) : null,
    month: days.map((each) => lookOf(policy, calendar, each)),
    calendar,
  };
}
