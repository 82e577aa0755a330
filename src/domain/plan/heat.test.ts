import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { classOfHeat, computeCapacity, computeHeat, countOpenDays, type MonthCapacity, sayBalance, sayOverMonths } from './heat.ts';

const noNotices: Calendar = { days: new Map(), officialYears: new Set([2026]) };
const quiet = { recurrences: [{ type: 'monthDays' as const, from: 1, to: 20 }] };

/** The notices as they are loaded: date, kind, name. */
function readCalendar(): Calendar {
  const lines = readFileSync('prisma/seed/data/calendar.csv', 'utf8').trim().split(/\r?\n/).slice(1);
  const rows = lines.map((line) => line.split(','));
  const kindOf = (word: string) => (/holiday/i.test(word) ? ('holiday' as const) : ('makeUp' as const));
  return {
    days: new Map(rows.map(([day = '', kind = '', name = '']) => [day, { kind: kindOf(kind), name }])),
    officialYears: new Set(rows.map(([day = '']) => Number(day.slice(0, 4)))),
  };
}

describe('rules.md quiet days: days open to planned visits', () => {
  it('2026 in 冷水滩, by the notices that are loaded', () => {
    const { months, provisional } = computeCapacity(2026, readCalendar(), {
      quietDays: { ...quiet, kinds: ['annual', 'special'], enterprises: 'all', exemptions: [] },
      planning: { visitsPerOpenDay: 16, movableMonths: 2, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 240 },
    });
    expect(provisional).toBe(false);
    expect(months.map(({ openDays }) => openDays)).toEqual([8, 5, 7, 8, 7, 7, 9, 7, 7, 8, 6, 9]);
    expect(months.map(({ capacity }) => capacity)).toEqual([128, 80, 112, 128, 112, 112, 144, 112, 112, 128, 96, 144]);
  });

  it('the 20th is closed, the 21st open; without quiet days every working day is', () => {
    // 2026-05-20 is a Wednesday, the 31st a Sunday: 21, 22, 25—29.
    expect(countOpenDays('2026-05', noNotices, quiet)).toBe(7);
    expect(countOpenDays('2026-05', noNotices, { recurrences: [{ type: 'monthDays', from: 1, to: 19 }] })).toBe(8);
    expect(countOpenDays('2026-05', noNotices, { recurrences: [] })).toBe(21);
  });

  it('a year without its notice is provisional', () => {
    const values = {
      quietDays: { ...quiet, kinds: [], enterprises: 'all' as const, exemptions: [] },
      planning: { visitsPerOpenDay: 16, movableMonths: 2, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 240 },
    };
    expect(computeCapacity(2027, noNotices, values).provisional).toBe(true);
  });
});

describe('classOfHeat by visits per open day', () => {
  it.each([
    [0, 5, 0],
    [0, 0, 0],
    [1, 5, 1],
    [2, 5, 1],
    [3, 5, 2],
    [9, 5, 2],
    [10, 5, 3],
    [19, 5, 3],
    [20, 5, 4],
    [1, 0, 4],
    [4, 7, 1],
    [5, 7, 2],
  ])('%i visits on %i days: %i', (visits, days, heat) => {
    expect(classOfHeat(visits, days)).toBe(heat);
  });
});

const capacity: MonthCapacity[] = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, openDays: 8, capacity: 10 }));

describe('computeHeat', () => {
  const map = computeHeat(
    ['a', 'b', 'c'],
    [
      { agency: 'a', months: [1, 2, 3], count: 8, entries: 1 },
      { agency: 'a', months: [3], count: 2, entries: 2 },
      { agency: 'b', months: [1], count: 7, entries: 1 },
    ],
    capacity,
  );

  it('spreads a count over its months, the earlier ones take the rest', () => {
    expect(map.rows[0]?.cells.slice(0, 4).map(({ visits }) => visits)).toEqual([3, 3, 6, 0]);
    expect(map.rows.map(({ total }) => total)).toEqual([12, 7, 0]);
    expect(map.total).toBe(19);
  });

  it('capacity met exactly is none over, one more is', () => {
    expect(map.months.slice(0, 3).map(({ visits, balance }) => [visits, sayBalance(balance)])).toEqual([
      [10, '余 0'],
      [3, '余 7'],
      [6, '余 4'],
    ]);
    expect(sayOverMonths(map.months)).toEqual([]);
    const more = computeHeat(['a'], [{ agency: 'a', months: [1], count: 11, entries: 1 }], capacity);
    expect(more.months.map(({ balance }) => sayBalance(balance))[0]).toBe('超 1');
    expect(sayOverMonths(more.months)).toEqual(['1 月安排入企 11 户次，8 个可入企工作日容 10 户次，超 1。']);
  });

  it('a month without an open day bears nothing', () => {
    const closed = capacity.map((month) => ({ ...month, openDays: 0, capacity: 0 }));
    const { months, rows } = computeHeat(['a'], [{ agency: 'a', months: [5], count: 1, entries: 1 }], closed);
    expect(rows[0]?.cells[4]?.heat).toBe(4);
    expect(sayOverMonths(months)).toEqual(['5 月安排入企 1 户次，可是没有一个可入企工作日。']);
  });
});
