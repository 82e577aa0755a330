import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf, daysBetween, daysFromTo, earlierOf, lastDayTouched, yearOf } from '#domain/calendar/local-day.ts';
import type { EntryFacts } from './facts.ts';

type Interval = { readonly start: Date; readonly end: Date };

/** Every recurrence comes round within this many days (the 31st within 61), so a longer visit need not be walked to its end. */
export const longestWalk = 63;

export function firstDay(interval: Interval): Day {
  return dayOf(interval.start);
}

export function lastDay(interval: Interval): Day {
  return lastDayTouched(interval.start, interval.end);
}

/** The local days of a visit, at most the first 64 of them. */
export function visitDays(interval: Interval): Day[] {
  const first = firstDay(interval);
  return daysFromTo(first, earlierOf(lastDay(interval), addDays(first, longestWalk)));
}

/** The year of a visit is the year of its first local day. */
export function computeVisitYear(interval: Interval): number {
  return yearOf(firstDay(interval));
}

/** Days between two spans of days: 0 when they overlap, otherwise from the end of one to the start of the other. */
export function computeGap(one: readonly [Day, Day], other: readonly [Day, Day]): number {
  return Math.max(0, daysBetween(one[1], other[0]), daysBetween(other[1], one[0]));
}

/** The local day of the judgement. */
export function todayOf(facts: EntryFacts): Day {
  return dayOf(facts.now);
}

/** Lines of work that take part, each once; bodies that never inspect have none. */
export function participatingLines(facts: EntryFacts): string[] {
  const kinds = [facts.lead, ...facts.coAgencies].flatMap((agency) => (agency.kind === null ? [] : [agency.kind]));
  return [...new Set(kinds)];
}

/** Codes of the lead and the co-operating agencies. */
export function participatingCodes(facts: EntryFacts): string[] {
  return [facts.lead.code, ...facts.coAgencies.map((agency) => agency.code)];
}

/** Whether there are matters and all of them belong to a special field. */
export function isAllSpecialField(facts: EntryFacts): boolean {
  return facts.matters.length > 0 && facts.matters.every((matter) => matter.catalogue?.specialField === true);
}
