import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import { dayOf, daysBetween, lastDayTouched } from '../calendar/local-day.ts';
import { computeDue } from '../calendar/working-day.ts';

/** One agency's part as far as it says when the visit ended. */
export type EmergencyPart = {
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  /** What the phone's clock said when it left. */
  readonly deviceOutAt: Date | null;
  readonly absentAt: Date | null;
};

/** The phone's word counts where it lies between the arrival and the instant at which it was received; else the server's. */
function leftAt({ checkedInAt, checkedOutAt, deviceOutAt }: EmergencyPart): Date | null {
  if (checkedOutAt === null || deviceOutAt === null || checkedInAt === null) return checkedOutAt;
  return deviceOutAt <= checkedOutAt && deviceOutAt >= checkedInAt ? deviceOutAt : checkedOutAt;
}

/** The last check-out, once every part has left or never came; null while somebody is inside or may still come. */
export function findActualEnd(parts: readonly EmergencyPart[]): Date | null {
  const times = parts.map(leftAt).filter((time) => time !== null);
  const isOver = parts.every(({ checkedOutAt, absentAt }) => checkedOutAt !== null || absentAt !== null);
  return isOver && times.length > 0 ? new Date(Math.max(...times.map((time) => time.getTime()))) : null;
}

/**
 * The end from which the supplement is counted: the actual end; where none is recorded by the day after the planned end, the planned one.
 * People who are still inside then are waited for one day longer (design: rules.md, Emergency route).
 */
export function settleEnd(parts: readonly EmergencyPart[], planned: { start: Date; end: Date }, today: Day): Date | null {
  const actual = findActualEnd(parts);
  if (actual !== null) return actual;
  const isInside = parts.some(({ checkedInAt, checkedOutAt }) => checkedInAt !== null && checkedOutAt === null);
  const passed = daysBetween(lastDayTouched(planned.start, planned.end), today);
  return passed >= (isInside ? 2 : 1) ? planned.end : null;
}

/** The working day by which the form is due: so many working days after the day of the end; an end at midnight belongs to the day before. */
export function computeSupplementDue(calendar: Calendar, end: Date, workingDays: number): Day {
  return computeDue(calendar, dayOf(new Date(end.getTime() - 1)), workingDays).day;
}

/** Supplemented after the due day; before the end is known nothing is late. */
export function isLate(dueDay: Day | null, day: Day): boolean {
  return dueDay !== null && day > dueDay;
}

/** How many reminders should have been sent by a day: the first at two working days, the second on the day. */
export function countReminders(calendar: Calendar, dueDay: Day, today: Day): 0 | 1 | 2 {
  if (today >= dueDay) return 2;
  return computeDue(calendar, today, 2).day >= dueDay ? 1 : 0;
}
