import { describe, expect, it } from 'vitest';
import { toolsWith } from '#support/solver.ts';
import type { MonthCapacity } from '../heat.ts';
import { lineWith, listWith, problemOf } from './problem.fixture.ts';
import { solveMerge } from './solve-merge.ts';

const roomOf = (change: Readonly<Record<number, number>>): MonthCapacity[] =>
  Array.from({ length: 12 }, (_, index) => ({ month: index + 1, openDays: 8, capacity: change[index + 1] ?? 100 }));
const ordered = (months: number[]) => ({ source: 'city' as const, months });
const solve = (lines: Parameters<typeof problemOf>[0], room: MonthCapacity[]) => solveMerge(problemOf(lines, { room }), toolsWith());

describe('months in which the district is over', () => {
  const lists = [listWith('a', [1, 2], { months: [4] }), listWith('b', [1, 2], { months: [6] })];

  it('lose a visit to a month with room, where that moves nothing further', () => {
    expect(solve(lists, roomOf({})).parts).toMatchObject([{ months: [4] }]);
    const { parts, after } = solve(lists, roomOf({ 4: 0 }));
    expect({ after, months: parts[0]?.months, over: parts[0]?.why.overMonths }).toEqual({ after: 2, months: [5], over: [] });
  });

  it('lose the visits of a pool as well', () => {
    const pools = [lineWith('a', { months: [4] }), lineWith('b', { months: [6] })];
    expect(solve(pools, roomOf({ 4: 5, 5: 5 })).parts).toMatchObject([{ months: [6], after: 10, why: { overMonths: [] } }]);
  });

  it('stay as they are where no other month would do, and the proposal says so', () => {
    const pools = [lineWith('a', ordered([9])), lineWith('b', ordered([9]))];
    const [part] = solve(pools, roomOf({ 9: 4 })).parts;
    expect(part).toMatchObject({ months: [9], after: 10 });
    expect(part?.why.overMonths).toEqual(['9 月安排入企 10 户次，8 个可入企工作日容 4 户次，超 6。']);
  });
});
