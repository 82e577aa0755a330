import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { daysFromTo } from '#domain/calendar/local-day.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { Recurrence } from '#domain/law/policy.ts';
import { daysOfMonths, type MonthPart, monthsOf, type Period } from './period.ts';

const parts: Readonly<Record<MonthPart, readonly [number, number]>> = {
  'first-ten-days': [1, 10],
  'middle-ten-days': [11, 20],
  'last-ten-days': [21, 31],
};

/** Every day of a plan's year on which a period's visits may lie. */
export function daysIn(period: Period, year: number): Day[] {
  if (period.kind === 'range') return daysFromTo(period.from, period.to);
  const days = monthsOf(period).flatMap((month) => {
    const { fromDay, toDay } = daysOfMonths([month], year);
    return daysFromTo(fromDay, toDay);
  });
  if (period.kind !== 'monthly' || !period.part) return days;
  const [first, last] = parts[period.part];
  return days.filter((day) => Number(day.slice(8)) >= first && Number(day.slice(8)) <= last);
}

/** How many days a period has, how many of them are quiet, and on how many working days people may enter. */
export type OpenDays = { readonly days: number; readonly quiet: number; readonly open: number };

export function countOpenDays(days: readonly Day[], recurrences: readonly Recurrence[], calendar: Calendar): OpenDays {
  const loud = days.filter((day) => !isQuietDay(recurrences, day));
  return { days: days.length, quiet: days.length - loud.length, open: loud.filter((day) => isWorkingDay(calendar, day)).length };
}
