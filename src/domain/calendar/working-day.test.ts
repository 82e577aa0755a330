import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { addDays } from './local-day.ts';
import { statutoryDays } from './statutory-days.ts';
import { computeDue, isProvisional, isWorkingDay, statusOfDay } from './working-day.ts';

type Row = { date: string; kind: 'holiday' | 'makeup'; name: string; year: string };
const rows: Row[] = parse(readFileSync('prisma/seed/data/calendar.csv', 'utf8'), { columns: true, bom: true });
const calendar: Calendar = {
  days: new Map(rows.map(({ date, kind, name }) => [date, { kind: kind === 'makeup' ? 'makeUp' : 'holiday', name }])),
  officialYears: new Set(rows.map((row) => Number(row.year))),
};

describe('working days', () => {
  it.each([
    ['2026-02-12', '2026-02-26'],
    ['2026-09-30', '2026-10-13'],
    ['2026-04-30', '2026-05-11'],
    ['2026-02-14', '2026-02-28'],
  ])('five working days after %s is %s', (start, due) => {
    expect(computeDue(calendar, start, 5)).toEqual({ day: due, provisional: false });
  });

  it('does not count the start day, and zero days is the start day itself', () => {
    expect(computeDue(calendar, '2026-11-23', 1).day).toBe('2026-11-24');
    expect(computeDue(calendar, '2026-11-22', 0).day).toBe('2026-11-22');
  });

  it('knows a holiday, a make-up Saturday, a weekend and an ordinary day', () => {
    const days = ['2026-10-01', '2026-02-14', '2026-11-22', '2026-11-23'];
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([false, true, false, true]);
    expect(days.map((day) => statusOfDay(calendar, day).mark)).toEqual(['rest', 'makeUp', 'rest', null]);
  });

  it('says provisional as soon as a count enters a year without a notice', () => {
    expect(computeDue(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
    expect(computeDue(calendar, '2026-12-30', 2)).toEqual({ day: '2027-01-04', provisional: true });
    expect([2026, 2027].map((year) => isProvisional(calendar, year))).toEqual([false, true]);
  });

  it('reckons a provisional year by statutory days and weekends', () => {
    expect(['2027-01-01', '2027-02-05', '2027-02-06', '2027-04-05'].map((day) => isWorkingDay(calendar, day))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(statusOfDay(calendar, '2027-02-08').name).toBe('春节');
  });

  it('the due day is a working day and moves on with n', () => {
    const starts = fc.integer({ min: 0, max: 1_000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 40 }), (start, n) => {
        const due = computeDue(calendar, start, n).day;
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(computeDue(calendar, start, n + 1).day > due).toBe(true);
      }),
    );
  });
});

describe('statutory days', () => {
  it('number thirteen, and all of them are rest days in the notices', () => {
    for (const year of [2025, 2026]) {
      const days = [...statutoryDays(year).keys()];
      expect(days).toHaveLength(13);
      expect(days.filter((day) => isWorkingDay(calendar, day))).toEqual([]);
    }
  });

  it('count two festivals on one day once', () => {
    expect([...statutoryDays(2020).keys()]).toHaveLength(12);
  });
});
