import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toolsWith } from '#support/solver.ts';
import { type Block, optionsOf } from './column.ts';
import { findEntryObstacle, findSetObstacle } from './compatibility.ts';
import { type Instance, lineAt, prepare } from './instance.ts';
import { book, hasRoom, type Ledger, measureLoads, openLedger, type Placed, planApart } from './ledger.ts';
import type { MergeLine, MergeProblem } from './model.ts';
import { buildPoolBlocks } from './pool-blocks.ts';
import { lineWith, listWith, problemOf } from './problem.fixture.ts';
import { solveMerge } from './solve-merge.ts';
import { buildTaskBlocks } from './task-blocks.ts';
import { countVisits } from './union.ts';

const month = fc.integer({ min: 1, max: 12 });
const anyLine = {
  agency: fc.constantFrom('a', 'b', 'c'),
  group: fc.constantFrom('g', 'g', 'h', null),
  competence: fc.constantFrom('food', 'food', 'drug'),
  source: fc.constantFrom('local' as const, 'city' as const),
  months: fc.uniqueArray(month, { minLength: 1, maxLength: 3 }).map((months) => months.sort((x, y) => x - y)),
  form: fc.constantFrom('onsite' as const, 'onsite' as const, 'sampling' as const, 'document' as const),
};
const pools = fc.array(fc.record({ ...anyLine, count: fc.integer({ min: 1, max: 6 }), pool: fc.integer({ min: 0, max: 2 }) }), {
  maxLength: 5,
});
const lists = fc.array(fc.record({ ...anyLine, list: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }) }), {
  maxLength: 4,
});
const cells = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 }),
});
const settings = fc.record({
  movableMonths: fc.integer({ min: 0, max: 6 }),
  agenciesPerVisit: fc.integer({ min: 1, max: 3 }),
  matterMinutes: fc.constant(60),
  visitMinutes: fc.constantFrom(120, 180, 480),
});
const minutes = fc.constantFrom(60, 120, 180, 1000);

const problems: fc.Arbitrary<MergeProblem> = fc
  .record({ pools, lists, cells, settings, minutes })
  .map(({ pools: pooled, lists: listed, cells: { sizes }, settings: set, minutes: limit }) => {
    const lines: MergeLine[] = [
      ...pooled.map(({ pool, ...line }, index) => lineWith(`p${index}`, { ...line, targets: { kind: 'pool', pool } })),
      ...listed.map(({ list, ...line }, index) => listWith(`l${index}`, list, line)),
    ];
    const cellsOf = sizes.map((size, index) => ({ size, pools: [0, 1, 2].filter((pool) => (index + 1) & (1 << pool)) }));
    const capacity = ['a', 'b'].map((agency) => ({ agency, minutes: Array.from({ length: 12 }, () => limit) }));
    return problemOf(lines, { cells: cellsOf, settings: set, capacity });
  });

/** Every way to divide items into sets. */
function* partitions<T>([first, ...rest]: readonly T[]): Generator<T[][]> {
  if (first === undefined) return yield [];
  for (const smaller of partitions(rest)) {
    yield [[first], ...smaller];
    for (let at = 0; at < smaller.length; at++) yield smaller.map((set, index) => (index === at ? [first, ...set] : set));
  }
}

function mayMeet(instance: Instance, lines: readonly number[], isListed: boolean): boolean {
  if (lines.length === 1) return true;
  if (findSetObstacle(instance, lines) !== null) return false;
  const most = Math.max(...lines.map((line) => lineAt(instance, line).count));
  const isHeld = (anchor: number) => lines.every((line) => line === anchor || instance.shared(line, anchor) > 0);
  const held = isListed || lines.some((line) => lineAt(instance, line).count === most && isHeld(line));
  return held && lines.every((a) => lines.every((b) => a === b || findEntryObstacle(instance, a, b) === null));
}

type Search = { instance: Instance; ledger: Ledger; best: number };

/** The least visits of all ways to place these sets in months within the ledger. */
function placeAll(search: Search, sets: readonly { placed: Omit<Placed, 'months'>; block: Block; visits: number }[], visits: number): void {
  if (visits >= search.best) return;
  const [first, ...rest] = sets;
  if (!first) {
    search.best = visits;
    return;
  }
  const loadsOf = measureLoads(search.instance);
  const positions = first.placed.items.map((item) => first.block.items.indexOf(item));
  for (const { months } of optionsOf(search.instance, first.block, { items: positions, visits: 0, least: 0, turns: 0 })) {
    const loads = loadsOf({ items: first.placed.items, months });
    if (!hasRoom(search.ledger, loads)) continue;
    book(search.ledger, loads);
    placeAll(search, rest, visits + first.visits);
    book(search.ledger, loads, -1);
  }
}

function searchAll(problem: MergeProblem): number {
  const instance = prepare(problem);
  const blocks = [...buildPoolBlocks(instance), ...buildTaskBlocks(instance)];
  const search = {
    instance,
    best: Number.POSITIVE_INFINITY,
    ledger: openLedger(instance, planApart(instance, blocks), measureLoads(instance)),
  };
  const walk = (from: number, sets: Parameters<typeof placeAll>[1]): void => {
    const block = blocks[from];
    if (!block) {
      placeAll(search, sets, 0);
      return;
    }
    const isListed = block.items[0]?.enterprise !== null;
    for (const division of partitions(block.items)) {
      const lines = division.map((items) => items.map(({ line }) => line));
      if (!lines.every((set) => mayMeet(instance, set, isListed))) continue;
      const more = division.map((items, index) => ({
        placed: { items },
        block,
        visits: isListed ? 1 : countVisits(instance, lines[index] ?? []),
      }));
      walk(from + 1, [...sets, ...more]);
    }
  };
  walk(0, []);
  return search.best;
}

describe('merging small years', () => {
  it('finds what trying everything finds, and its bound is never above it', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { before, after, bound, proposed } = solveMerge(problem, toolsWith());
        const least = searchAll(problem);
        expect(after).toBe(least);
        expect(bound).toBeLessThanOrEqual(least);
        expect(proposed).toBeLessThanOrEqual(before);
        expect(proposed).toBeGreaterThanOrEqual(after);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('gives the same answer to the same problem', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(solveMerge(problem, toolsWith())).toEqual(solveMerge(structuredClone(problem), toolsWith()));
      }),
      { numRuns: 30 },
    );
  });

  it('stopped at any moment, every line stands in one entry at most, and the figures hold', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 12 }), (problem, asked) => {
        let left = asked;
        const isOver = () => left-- <= 0;
        const { before, after, bound, parts, complete } = solveMerge(problem, toolsWith({ isOver }));
        const lines = parts.flatMap((part) => part.lines);
        expect(new Set(lines).size).toBe(lines.length);
        expect(bound).toBeLessThanOrEqual(after);
        expect(after).toBeLessThanOrEqual(before);
        expect(complete).toBe(left >= 0);
      }),
      { numRuns: 60 },
    );
  });
});
