import type { Day } from '../calendar/day.ts';
import { addDays, dayOf, startOfDay } from '../calendar/local-day.ts';
import type { PolicyValues } from '../law/policy.ts';

type Rule = PolicyValues['feedback'];

const nineHours = 9 * 3_600_000;
const nineOn = (day: Day): Date => new Date(startOfDay(day).getTime() + nineHours);

/** When the enterprise is invited, reminded, and when the rating closes: days from the local day on which the visit ended. */
export type FeedbackClock = { readonly dueAt: Date; readonly remindAt: readonly Date[]; readonly closesAt: Date };

/**
 * The clock of a rating (design: rules.md, feedback invitation / reminders / closes): invited and reminded at nine in the morning, open
 * until the end of the last day, so a visit of 22 September may be rated until 7 October 24:00.
 */
export function computeFeedbackClock(endedAt: Date, { invitationDays, reminderDays, closesDays }: Rule): FeedbackClock {
  const day = dayOf(endedAt);
  return {
    dueAt: nineOn(addDays(day, invitationDays)),
    remindAt: reminderDays.map((days) => nineOn(addDays(day, days))),
    closesAt: startOfDay(addDays(day, closesDays + 1)),
  };
}

/** How many reminders of an invitation are due at an instant; none once the rating has closed. */
export function countDueReminders({ remindAt, closesAt }: FeedbackClock, now: Date): number {
  return now >= closesAt ? 0 : remindAt.filter((at) => at <= now).length;
}

/** The last day on which an answer is taken. */
export function lastDayOf(closesAt: Date): Day {
  return dayOf(new Date(closesAt.getTime() - 1));
}
