import { describe, expect, it } from 'vitest';
import { isQuietDay, lengthOfMonth, sayRecurrences } from './quiet-day.ts';

const quiet = (recurrence: Parameters<typeof isQuietDay>[0][number], days: string[]) => days.map((day) => isQuietDay([recurrence], day));

describe('quiet recurrences', () => {
  it('a range of days of the month includes both ends', () => {
    const days = ['2026-11-01', '2026-11-20', '2026-11-21', '2026-11-30'];
    expect(quiet({ type: 'monthDays', from: 1, to: 20 }, days)).toEqual([true, true, false, false]);
  });

  it('negative days count from the end of the month, also in a leap year', () => {
    const days = ['2028-02-24', '2028-02-25', '2028-02-29', '2026-02-24', '2026-02-23'];
    expect(quiet({ type: 'monthDays', from: -5, to: -1 }, days)).toEqual([false, true, true, true, false]);
  });

  it('weekdays are Monday 1 to Sunday 7', () => {
    expect(quiet({ type: 'weekdays', days: [1, 4] }, ['2026-11-22', '2026-11-23', '2026-11-26'])).toEqual([false, true, true]);
  });

  it('several recurrences add up and none bars nothing', () => {
    const both = [
      { type: 'monthDays', from: 1, to: 5 },
      { type: 'weekdays', days: [7] },
    ] as const;
    expect(['2026-11-05', '2026-11-06', '2026-11-08'].map((day) => isQuietDay(both, day))).toEqual([true, false, true]);
    expect(isQuietDay([], '2026-11-05')).toBe(false);
  });

  it('are said in words', () => {
    expect(sayRecurrences([{ type: 'monthDays', from: 1, to: 20 }])).toBe('每月 1—20 日');
    expect(sayRecurrences([{ type: 'monthDays', from: -5, to: -1 }])).toBe('每月最后 5 日');
    expect(sayRecurrences([{ type: 'weekdays', days: [1, 2, 3, 4] }])).toBe('每周一、二、三、四');
    expect(sayRecurrences([{ type: 'monthDays', from: 25, to: -1 }])).toBe('每月 25 日—倒数第 1 日');
    expect(sayRecurrences([{ type: 'monthDays', from: -1, to: -1 }])).toBe('每月最后一日');
    expect(sayRecurrences([])).toBe('不设');
  });

  it('months have their length', () => {
    expect(['2026-02-01', '2028-02-01', '2026-11-30', '2026-12-31'].map(lengthOfMonth)).toEqual([28, 29, 30, 31]);
  });
});
