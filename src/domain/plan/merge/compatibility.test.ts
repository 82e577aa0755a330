import { describe, expect, it } from 'vitest';
import { toolsWith } from '#support/solver.ts';
import { findPairObstacle, findSetObstacle } from './compatibility.ts';
import { prepare } from './instance.ts';
import type { MergeLine, MergeProblem } from './model.ts';
import { allowedMonths, monthsIn } from './months.ts';
import { lineWith, listWith, problemOf } from './problem.fixture.ts';
import { solveMerge } from './solve-merge.ts';

const obstacleOf = (one: MergeLine, other: MergeLine, change: Partial<MergeProblem> = {}) =>
  findPairObstacle(prepare(problemOf([one, other], change)), 0, 1);
const settings = problemOf([]).settings;
const other = (change: Partial<MergeLine> = {}) => lineWith('b', change);
const twoPools = (size: number) => ({
  cells: [
    { pools: [0], size: 50 },
    { pools: [1], size: 50 },
    { pools: [0, 1], size },
  ],
});

describe('two lines', () => {
  it.each<[string, MergeLine, MergeLine, string | null]>([
    ['of one group, in one month, out of one pool', lineWith('a'), other(), null],
    ['of one agency and competence need no group', lineWith('a', { agency: 'x', group: null }), other({ agency: 'x', group: null }), null],
    [
      'of one agency for other officers need a group',
      lineWith('a', { agency: 'x', group: null }),
      other({ agency: 'x', group: null, competence: 'drug' }),
      'group',
    ],
    ['of two agencies need a group', lineWith('a', { group: null }), other({ group: null }), 'group'],
    ['of different groups', lineWith('a'), other({ group: 'g-food' }), 'group'],
    ['one on site, one sampling', lineWith('a'), other({ form: 'sampling' }), null],
    ['one that enters nobody', lineWith('a'), other({ form: 'document' }), 'offsite'],
    ['of one matter', lineWith('a'), other({ matter: 'matter-a' }), 'sameMatter'],
    ['annual and special', lineWith('a'), other({ kind: 'special' }), 'kind'],
    ['a list and a pool', lineWith('a'), listWith('b', [1]), 'mixedTargets'],
    ['lists with an enterprise in common', listWith('a', [1, 2]), listWith('b', [2, 3]), null],
    ['lists without one', listWith('a', [1]), listWith('b', [2]), 'targets'],
    ['movable within reach', lineWith('a', { months: [1] }), other({ months: [7] }), null],
    ['seasonal ones stay', lineWith('a', { seasonal: true, months: [1] }), other({ seasonal: true, months: [2] }), 'months'],
    ['ordered ones stay', lineWith('a', { source: 'city', months: [1] }), other({ source: 'city', months: [2] }), 'orderedMonths'],
    ['an ordered one draws a movable one near', lineWith('a', { source: 'city', months: [1] }), other({ months: [7] }), null],
    ['an ordered one too far from a movable one', lineWith('a', { source: 'city', months: [1] }), other({ months: [8] }), 'orderedMonths'],
  ])('%s', (_case, one, two, obstacle) => expect(obstacleOf(one, two)).toBe(obstacle));

  it.each([
    [0, 'targets'],
    [1, null],
  ])('pools with %i enterprises in common', (size, obstacle) => {
    const [one, two] = [lineWith('a'), other({ targets: { kind: 'pool', pool: 1 } })];
    expect(obstacleOf(one, two, twoPools(size))).toBe(obstacle);
  });

  it.each([
    [119, 'duration'],
    [120, null],
  ])('a visit of at most %i minutes', (visitMinutes, obstacle) =>
    expect(obstacleOf(lineWith('a'), other(), { settings: { ...settings, visitMinutes } })).toBe(obstacle),
  );

  it.each([
    [1, 'agencies'],
    [2, null],
  ])('at most %i agencies at once', (agenciesPerVisit, obstacle) =>
    expect(obstacleOf(lineWith('a'), other(), { settings: { ...settings, agenciesPerVisit } })).toBe(obstacle),
  );

  it('refused before', () => {
    expect(obstacleOf(lineWith('a'), other(), { refused: [['a', 'b']] })).toBe('refused');
    expect(obstacleOf(lineWith('a'), other(), { refused: [['a', 'c']] })).toBeNull();
  });

  it('the reach of a movable line ends with the months allowed, and with the year', () => {
    expect(monthsIn(allowedMonths(lineWith('a', { months: [2] }), { movableMonths: 1 }))).toEqual([1, 2, 3]);
    expect(monthsIn(allowedMonths(lineWith('a', { months: [12] }), { movableMonths: 2 }))).toEqual([10, 11, 12]);
    expect(monthsIn(allowedMonths(lineWith('a', { months: [2], source: 'centre' }), { movableMonths: 6 }))).toEqual([2]);
  });
});

describe('several lines', () => {
  const many = (count: number, change: Partial<MergeLine> = {}) =>
    Array.from({ length: count }, (_, index) => lineWith(`${index}`, { agency: 'x', ...change }));
  const obstacleOfAll = (lines: readonly MergeLine[], change: Partial<MergeProblem> = {}) =>
    findSetObstacle(prepare(problemOf(lines, change)), [...lines.keys()]);

  it('as many matters as a visit has minutes for', () => {
    expect(obstacleOfAll(many(8))).toBeNull();
    expect(obstacleOfAll(many(9))).toBe('duration');
  });

  it('as many agencies as may go together', () => {
    const apart = (count: number) => Array.from({ length: count }, (_, index) => lineWith(`${index}`));
    expect(obstacleOfAll(apart(4))).toBeNull();
    expect(obstacleOfAll(apart(5))).toBe('agencies');
  });

  it('one month in common for all, not only for each two', () => {
    const inMonths = (...months: number[][]) => months.map((own, index) => lineWith(`${index}`, { source: 'city', months: own }));
    expect(obstacleOfAll(inMonths([1, 2], [2, 3], [1, 2, 3]))).toBeNull();
    expect(obstacleOfAll(inMonths([1, 2], [2, 3], [1, 3]))).toBe('months');
  });
});

describe('the time of an agency’s teams', () => {
  const lists = [listWith('a', [1], { source: 'city', months: [4, 5] }), listWith('b', [1], { source: 'city', months: [5] })];
  const within = (minutes: number) => [{ agency: 'agency-b', minutes: Array.from({ length: 12 }, () => minutes) }];

  it('what is declared may always be checked, merged or not', () => {
    expect(solveMerge(problemOf(lists, { capacity: within(0) }), toolsWith())).toMatchObject({ before: 2, after: 1, bound: 1 });
  });

  it('a merging that would overload a month is left, and says so', () => {
    const capacity = [{ agency: 'agency-a', minutes: Array.from({ length: 12 }, () => 0) }];
    const { after, bound, pairs } = solveMerge(problemOf(lists, { capacity }), toolsWith());
    expect({ after, bound }).toEqual({ after: 2, bound: 2 });
    expect(pairs).toEqual([{ a: 'a', b: 'b', why: 'capacity', shared: 1 }]);
  });
});

describe('what is said', () => {
  it('the example of the desk: three lists of 36, 12 and 4 with 38 enterprises in all', () => {
    const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
    const lines = [listWith('a', range(0, 36)), listWith('b', range(25, 37)), listWith('c', range(34, 38))];
    const { before, after, bound, parts } = solveMerge(problemOf(lines), toolsWith());
    expect({ before, after, bound }).toEqual({ before: 52, after: 38, bound: 38 });
    expect(parts).toMatchObject([{ lines: ['a', 'b', 'c'], lead: 'agency-a', months: [5], before: 52, after: 38, bound: 38 }]);
  });

  it('a duplicate of the same matter is named, not merged', () => {
    const { parts, pairs } = solveMerge(problemOf([lineWith('a'), other({ matter: 'matter-a' })]), toolsWith());
    expect(parts).toEqual([]);
    expect(pairs).toMatchObject([{ why: 'sameMatter' }]);
  });

  it('a line that would fit but saves more elsewhere', () => {
    const three = [lineWith('a', { count: 9 }), lineWith('b', { count: 8 }), lineWith('c', { count: 1 })];
    const { after, pairs } = solveMerge(problemOf(three, { settings: { ...settings, agenciesPerVisit: 2 } }), toolsWith());
    expect(after).toBe(10);
    expect(pairs.map(({ why }) => why)).toEqual(['agencies', 'agencies']);
  });
});
