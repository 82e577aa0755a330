import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, composeCells, currentMonth, type MonthCount, sumCells } from './cells.ts';
import { rankAgencies } from './ranking.ts';

const smallest = 5;
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const agencies = ['a', 'b', 'c'];
const atoms = agencies.flatMap((agency) => months.map((month) => ({ agency, month })));

const count = (agency: string, month: string, n: number, good = n): MonthCount => ({
  ...{ agency, month, n, good, unanswered: 3, courtesy: 4 * n, guidance: 4 * n },
});
const district = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: atoms.length, maxLength: atoms.length })
  .map((sizes) => atoms.map(({ agency, month }, index) => count(agency, month, sizes[index] ?? 0)));

/** Every number that anybody can have read by the end: the cells, their yearly sums per agency and over all, at the end of every month. */
function published(counts: readonly MonthCount[]): Cell[][] {
  return [...months, '2026-07'].flatMap((current) => {
    const cells = composeCells(counts, { smallest, current });
    return [...cells.map((cell) => [cell]), ...agencies.map((name) => cells.filter(({ agency }) => agency === name)), cells];
  });
}

const covers = (cells: readonly Cell[]) =>
  atoms.map(({ agency, month }) => (cells.some((cell) => cell.agency === agency && cell.from <= month && month <= cell.to) ? 1 : 0));

/** Whether one month of one agency can be worked out of sums by any adding and subtracting. */
function canDerive(rows: readonly (readonly number[])[], atom: number): boolean {
  return rankOf(rows) === rankOf([...rows, atoms.map((_, index) => (index === atom ? 1 : 0))]);
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < atoms.length; column++) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [taken] = left.splice(pivot, 1);
    left.splice(rank, 0, taken ?? []);
    for (let index = rank + 1; index < left.length; index++) {
      const factor = (left[index]?.[column] ?? 0) / (taken?.[column] ?? 1);
      left[index] = (left[index] ?? []).map((value, at) => value - factor * (taken?.[at] ?? 0));
    }
    rank++;
  }
  return rank;
}

describe('cells that are published', () => {
  it('hold enough answers each, join months that have too few, and leave out what is not over', () => {
    const counts = [
      count('a', '2026-01', 3),
      count('a', '2026-02', 1),
      count('a', '2026-03', 1),
      count('a', '2026-04', 5),
      count('a', '2026-05', 9),
    ];
    const cells = composeCells(counts, { smallest, current: '2026-05' });
    expect(cells.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2026-01', '2026-03', 5],
      ['2026-04', '2026-04', 5],
    ]);
    expect(sumCells(cells)).toMatchObject({ from: '2026-01', to: '2026-04', n: 10, unanswered: 12 });
    expect(composeCells(counts.slice(0, 2), { smallest, current: '2026-05' })).toEqual([]);
  });

  it('stay as they were published, whatever is answered later', () => {
    fc.assert(
      fc.property(district, fc.constantFrom(...months), (counts, current) => {
        const [before, after] = [composeCells(counts, { smallest, current }), composeCells(counts, { smallest, current: '2026-07' })];
        const known = new Set(after.map((cell) => JSON.stringify(cell)));
        return before.every((cell) => known.has(JSON.stringify(cell)));
      }),
    );
  });

  it('never let a small month be worked out, by adding and subtracting everything that was ever published', () => {
    fc.assert(
      fc.property(district, (counts) => {
        const rows = published(counts).map(covers);
        return counts.every(({ n }, index) => n === 0 || n >= smallest || !canDerive(rows, index));
      }),
      { numRuns: 60 },
    );
  });

  it('differ from one another by nothing or by whole cells', () => {
    fc.assert(
      fc.property(district, (counts) => {
        const sums = published(counts).map((cells) => sumCells(cells)?.n ?? 0);
        const sets = published(counts).map(covers);
        const sizeOf = (set: readonly number[]) => set.reduce((sum, inside, index) => sum + inside * (counts[index]?.n ?? 0), 0);
        return sets.every((one, at) =>
          sets.every((other, against) => {
            const isPart = other.every((inside, index) => inside <= (one[index] ?? 0));
            const rest = (sums[at] ?? 0) - (sums[against] ?? 0);
            return !isPart || (rest === sizeOf(one) - sizeOf(other) && (rest === 0 || rest >= smallest));
          }),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a ranking', () => {
  it('counts whole cells of the year, shrinks towards their mean and shows ties as ties', () => {
    const counts = [count('a', '2026-01', 10, 10), count('b', '2026-01', 10, 10), count('c', '2026-02', 20, 10), count('c', '2026-03', 4)];
    const cells = composeCells(counts, { smallest, current: '2026-07' });
    const { rows, prior, n } = rankAgencies(cells, { year: 2026, alarmBelowPercent: 85 });
    expect([n, prior]).toEqual([40, 0.75]);
    expect(rows.map(({ agency, rank, isLow }) => [agency, rank, isLow])).toEqual([
      ['a', 1, false],
      ['b', 1, false],
      ['c', 3, true],
    ]);
    expect(rows[2]?.score).toBeCloseTo((10 + 7.5) / 30, 10);
    expect(rankAgencies(cells, { year: 2025, alarmBelowPercent: 85 }).rows).toEqual([]);
  });
});

it('a month is over an hour after its end, in Beijing', () => {
  expect(currentMonth(new Date('2026-10-01T00:59:59+08:00'))).toBe('2026-09');
  expect(currentMonth(new Date('2026-10-01T01:00:00+08:00'))).toBe('2026-10');
});
