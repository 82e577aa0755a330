import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { findClosedMonths, type WarnedLine, warnOfLine, type YearFacts } from './line-warnings.ts';

const calendar: Calendar = { days: new Map(), officialYears: new Set([2026]) };
const quietUntil = (to: number): YearFacts => ({
  year: 2026,
  calendar,
  quietDays: { recurrences: [{ type: 'monthDays', from: 1, to }], kinds: ['annual', 'special'], enterprises: 'all', exemptions: [] },
});
const line: WarnedLine = {
  ...{ kind: 'annual', period: { kind: 'month', months: [5] }, months: [5], declaredMonths: [5] },
  ...{ count: 10, poolSize: 10, maxPerYear: 1, specialField: false },
};

describe('months without a day open to visits', () => {
  it('2026-05 ends on a Sunday: quiet until the 28th leaves the 29th, until the 29th nothing', () => {
    expect(findClosedMonths([5], 'annual', quietUntil(28))).toEqual([]);
    expect(findClosedMonths([4, 5, 6], 'annual', quietUntil(29))).toEqual([5]);
    expect(findClosedMonths([5], 'case', quietUntil(29))).toEqual([]);
  });

  it('is said, and that a special field may be entered all the same', () => {
    expect(warnOfLine(line, quietUntil(28))).toEqual([]);
    expect(warnOfLine(line, quietUntil(29))).toEqual(['5 月没有一个可入企工作日。']);
    expect(warnOfLine({ ...line, specialField: true }, quietUntil(29))).toHaveLength(2);
    expect(warnOfLine({ ...line, specialField: true }, quietUntil(28))).toEqual([]);
  });
});

describe('dates in quiet days', () => {
  const dated = (from: string, to: string) => ({ ...line, period: { kind: 'range' as const, from, to } });
  it('up to the 20th all are closed, the 21st is open', () => {
    expect(warnOfLine(dated('2026-05-11', '2026-05-20'), quietUntil(20))).toHaveLength(1);
    expect(warnOfLine(dated('2026-05-11', '2026-05-21'), quietUntil(20))).toEqual([]);
    expect(warnOfLine({ ...dated('2026-05-11', '2026-05-20'), kind: 'directed' }, quietUntil(20))).toEqual([]);
  });

  it('no longer matter once the line was moved', () => {
    expect(warnOfLine({ ...dated('2026-05-11', '2026-05-20'), months: [6] }, quietUntil(20))).toEqual([]);
  });
});

describe('the most that the pool allows', () => {
  it.each([
    [10, 10, 1, 0],
    [11, 10, 1, 1],
    [20, 10, 2, 0],
    [21, 10, 2, 1],
    [1, 0, 1, 1],
  ])('%i visits, %i enterprises, %i a year: %i warnings', (count, poolSize, maxPerYear, warnings) => {
    expect(warnOfLine({ ...line, count, poolSize, maxPerYear }, quietUntil(20))).toHaveLength(warnings);
  });
});
