import { describe, expect, it } from 'vitest';
import { computeFeedbackClock, countDueReminders, lastDayOf } from './clock.ts';

const rule = { invitationDays: 1, reminderDays: [3, 7], closesDays: 15 };
const clock = computeFeedbackClock(new Date('2026-09-22T11:30:00+08:00'), rule);

describe('the clock of a rating', () => {
  it('invites the next day at nine and closes at the end of the fifteenth', () => {
    expect(clock.dueAt).toEqual(new Date('2026-09-23T09:00:00+08:00'));
    expect(clock.closesAt).toEqual(new Date('2026-10-08T00:00:00+08:00'));
    expect(lastDayOf(clock.closesAt)).toBe('2026-10-07');
  });

  it('counts by the local day: a visit that ended at 00:30 in Beijing belongs to that day', () => {
    expect(computeFeedbackClock(new Date('2026-09-21T16:30:00Z'), rule).dueAt).toEqual(new Date('2026-09-23T09:00:00+08:00'));
  });

  it.each([
    ['2026-09-25T08:59:59+08:00', 0],
    ['2026-09-25T09:00:00+08:00', 1],
    ['2026-09-29T08:59:59+08:00', 1],
    ['2026-09-29T09:00:00+08:00', 2],
    ['2026-10-07T23:59:59+08:00', 2],
    ['2026-10-08T00:00:00+08:00', 0],
  ])('at %s %i reminders are due', (at, due) => {
    expect(countDueReminders(clock, new Date(at))).toBe(due);
  });
});
