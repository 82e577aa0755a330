import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { computeDue } from '#domain/calendar/working-day.ts';

/** By when results are public: so many working days after the local day on which the agency left. */
export function computePublicationDue(calendar: Calendar, leftAt: Date, workingDays: number): Day {
  return computeDue(calendar, dayOf(leftAt), workingDays).day;
}

/** How a clock stands on a day: `due` on the last day itself, `overdue` from the day after. */
export type ClockState = 'later' | 'due' | 'overdue';

export function stateOfClock(dueDay: Day, today: Day): ClockState {
  if (today > dueDay) return 'overdue';
  return today === dueDay ? 'due' : 'later';
}

/**
 * The day proposed for an order to correct: in a joint visit the day that the other agencies have set already (the latest of them), so that
 * the enterprise has one day for all; otherwise the usual time from today.
 */
export function proposeDueDay(today: Day, usualDays: number, others: readonly Day[]): Day {
  const latest = others
    .filter((day) => day > today)
    .toSorted()
    .at(-1);
  return latest ?? addDays(today, usualDays);
}

export type RectificationStatus = 'ordered' | 'reported' | 'passed' | 'failed';

/** An order is overdue when its day is over and the enterprise has reported nothing; a recheck ends it. */
export function isOrderOverdue(status: RectificationStatus, dueDay: Day, today: Day): boolean {
  return status === 'ordered' && stateOfClock(dueDay, today) === 'overdue';
}

/** Whether a part's findings are complete: every matter has one, and there is at least one. */
export function isComplete(matters: readonly string[], found: readonly string[]): boolean {
  return matters.length > 0 && matters.every((matter) => found.includes(matter));
}

/** What a recheck's own finding says of the order that it rechecks. */
export function verdictOfRecheck(result: string): 'passed' | 'failed' {
  return result === 'nothingFound' || result === 'correctedOnOrder' ? 'passed' : 'failed';
}
