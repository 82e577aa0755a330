import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PolicyValues } from '#domain/law/policy.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import type { Statements } from '#platform/db.ts';

/** What a district's ratings are counted by: the day, the calendar, when it invites, and the working days until it has called back. */
export type RatingClock = {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly invites: PolicyValues['feedback'];
  readonly callbackDays: number;
};

/** Reads it, inside the transaction that keeps a rating or an invitation where there is one. */
export async function loadRatingClock(districtCode: string, access: Statements): Promise<RatingClock> {
  const clock = await loadClock(districtCode, access);
  const { today, calendar } = clock;
  return { today, calendar, invites: clock.valueOf('feedback'), callbackDays: clock.valueOf('followUpWorkingDays').callback };
}
