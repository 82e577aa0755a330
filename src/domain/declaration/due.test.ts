import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/local-day.ts';
import { dueDayOf, isReminderDay, sayDue } from './due.ts';

const due = dueDayOf('03-31', 2027);

describe('when a year is due', () => {
  it('is a day of the plan’s year', () => {
    expect(due).toBe('2027-03-31');
  });

  it('reminds 14, 7, 3 and 1 days ahead, not on the day, then on the next day and weekly', () => {
    const reminded = Array.from({ length: 60 }, (_, index) => index - 30).filter((offset) => isReminderDay(due, addDays(due, offset)));
    expect(reminded).toEqual([-14, -7, -3, -1, 1, 8, 15, 22, 29]);
  });

  it('says how long it is, or was', () => {
    expect([-3, 0, 2].map((offset) => sayDue(due, addDays(due, offset)))).toEqual(['还有 3 天', '今日到期', '逾期 2 天']);
  });
});
