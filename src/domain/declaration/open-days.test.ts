import { describe, expect, it } from 'vitest';
import { countOpenDays, daysIn } from './open-days.ts';

const calendar = { days: new Map([['2027-09-25', { kind: 'makeUp' as const, name: '国庆节' }]]), officialYears: new Set([2027]) };
const quiet = [{ type: 'monthDays' as const, from: 1, to: 20 }];

describe('the days of a period', () => {
  it('a month has all its days, a part of every month its tenth', () => {
    expect(daysIn({ kind: 'month', months: [2] }, 2027)).toHaveLength(28);
    expect(daysIn({ kind: 'monthly', part: 'first-ten-days' }, 2027)).toHaveLength(120);
    expect(daysIn({ kind: 'monthly', part: 'last-ten-days' }, 2027)).toHaveLength(365 - 240);
    expect(daysIn({ kind: 'year' }, 2028)).toHaveLength(366);
  });

  it('a range has its own days, both ends included', () => {
    expect(daysIn({ kind: 'range', from: '2027-09-19', to: '2027-09-21' }, 2027)).toEqual(['2027-09-19', '2027-09-20', '2027-09-21']);
  });

  it('the 20th is quiet, the 21st is not; rest days are not open, make-up days are', () => {
    const count = (from: string, to: string) => countOpenDays(daysIn({ kind: 'range', from, to }, 2027), quiet, calendar);
    expect(count('2027-09-20', '2027-09-20')).toEqual({ days: 1, quiet: 1, open: 0 });
    expect(count('2027-09-21', '2027-09-21')).toEqual({ days: 1, quiet: 0, open: 1 });
    expect(count('2027-09-25', '2027-09-26')).toEqual({ days: 2, quiet: 0, open: 1 });
  });
});
