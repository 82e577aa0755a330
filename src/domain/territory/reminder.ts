import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import { computeDue } from '../calendar/working-day.ts';

/** Whether a notice that nobody acknowledged is to be called to mind: from the working day before the visit on. */
export function isWaitingNotice(calendar: Calendar, startDay: Day, today: Day): boolean {
  return today >= startDay || computeDue(calendar, today, 1).day >= startDay;
}
