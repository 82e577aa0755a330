import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { addDays, weekday, yearOf } from './local-day.ts';
import { statutoryDays } from './statutory-days.ts';

/** What a day is: 休 (rest), 班 (a make-up working day) or neither, with the holiday's name where it has one. */
export type DayStatus = { readonly working: boolean; readonly mark: 'rest' | 'makeUp' | null; readonly name: string | null };

/** A year whose notice is not loaded: statutory days and weekends stand in, and whoever shows such a day says so. */
export function isProvisional(calendar: Calendar, year: number): boolean {
  return !calendar.officialYears.has(year);
}

/** Looks a day up: a notice first, then (provisional years) the statutory days, then the weekday. */
export function statusOfDay(calendar: Calendar, day: Day): DayStatus {
  const named = calendar.days.get(day);
  if (named) return { working: named.kind === 'makeUp', mark: named.kind === 'makeUp' ? 'makeUp' : 'rest', name: named.name };
  const statutory = isProvisional(calendar, yearOf(day)) ? statutoryDays(yearOf(day)).get(day) : undefined;
  if (statutory) return { working: false, mark: 'rest', name: statutory };
  const working = weekday(day) < 6;
  return { working, mark: working ? null : 'rest', name: null };
}

/** Whether people work on that day. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return statusOfDay(calendar, day).working;
}

/**
 * The n-th working day after the start day, which is not counted; n = 0 gives the start day itself.
 * `provisional` when the count crossed or ended in a year whose notice is not loaded.
 */
export function computeDue(calendar: Calendar, startDay: Day, n: number): { readonly day: Day; readonly provisional: boolean } {
  let day = startDay;
  let left = n;
  let provisional = isProvisional(calendar, yearOf(day));
  while (left > 0) {
    day = addDays(day, 1);
    provisional ||= isProvisional(calendar, yearOf(day));
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return { day, provisional };
}
