import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { daysBetween } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { EntryFacts } from '../facts.ts';
import { firstDay, longestWalk, todayOf, visitDays } from '../visit-days.ts';
import { horizonDays, type Interval } from './lawful.ts';

const dayMs = 86_400_000;
/** A longer visit cannot avoid every weekend, so only its first and last day have to be working days. */
const workingWeek = 5;

/** The same hours and duration, whole days later or earlier. */
function shift(interval: Interval, days: number): Interval {
  return { start: new Date(interval.start.getTime() + days * dayMs), end: new Date(interval.end.getTime() + days * dayMs) };
}

function isOnWorkingDays(calendar: Calendar, days: readonly Day[]): boolean {
  const asked = days.length > workingWeek ? [days[0], days.at(-1)] : days;
  return asked.every((day) => day !== undefined && isWorkingDay(calendar, day));
}

/** Days by ascending distance from the day asked for, the earlier first: from today (at most 120 days back) to 120 days ahead. */
function distances(facts: EntryFacts): number[] {
  const asked = firstDay(facts.visit);
  const today = todayOf(facts);
  const first = Math.max(daysBetween(asked, today), -horizonDays);
  const last = Math.max(0, daysBetween(asked, today)) + horizonDays;
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return all.filter((distance) => distance !== 0).sort((one, other) => Math.abs(one) - Math.abs(other) || one - other);
}

/** Every time that could be proposed instead, the nearest first; a visit of months has none. */
export function candidateIntervals(facts: EntryFacts): Interval[] {
  if (visitDays(facts.visit).length > longestWalk) return [];
  return distances(facts)
    .map((distance) => shift(facts.visit, distance))
    .filter((interval) => isOnWorkingDays(facts.calendar, visitDays(interval)));
}
