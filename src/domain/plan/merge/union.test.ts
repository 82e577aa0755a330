import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare } from './instance.ts';
import { lineWith, problemOf } from './problem.fixture.ts';
import { countLeast, countVisits } from './union.ts';

const inPool = (id: string, count: number, pool: number) => lineWith(id, { count, targets: { kind: 'pool', pool } });

/** Pools 0, 1, 2 and how many enterprises lie in each combination of them. */
const cellsOf = (sizes: readonly number[]) =>
  sizes.map((size, index) => ({ size, pools: [0, 1, 2].filter((pool) => (index + 1) & (1 << pool)) }));

/** The fewest enterprises that hold all samples, by trying every number out of every cell. */
function tryAll(sizes: readonly number[], counts: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  const walk = (cell: number, open: readonly number[], taken: number): void => {
    if (taken >= best) return;
    if (open.every((count) => count <= 0)) best = taken;
    if (cell >= sizes.length) return;
    for (let some = 0; some <= (sizes[cell] ?? 0); some++)
      walk(
        cell + 1,
        open.map((count, pool) => ((cell + 1) & (1 << pool) ? count - some : count)),
        taken + some,
      );
  };
  walk(0, counts, 0);
  return best;
}

describe('samples drawn together', () => {
  it.each([
    ['one pool: the smaller inside the larger', [10, 0, 0, 0, 0, 0, 0], [6, 4], [0, 0], 6],
    ['no enterprise in common: one after the other', [10, 10, 0, 0, 0, 0, 0], [6, 4], [0, 1], 10],
    ['fewer in common than the smaller sample', [10, 10, 3, 0, 0, 0, 0], [6, 4], [0, 1], 7],
    ['just as many in common', [10, 10, 4, 0, 0, 0, 0], [6, 4], [0, 1], 6],
    ['more asked for than there are', [2, 0, 0, 0, 0, 0, 0], [5, 1], [0, 0], 5],
  ])('%s', (_case, sizes, counts, pools, visits) => {
    const instance = prepare(
      problemOf(
        counts.map((count, index) => inPool(`${index}`, count, pools[index] ?? 0)),
        { cells: cellsOf(sizes) },
      ),
    );
    expect(countVisits(instance, [0, 1])).toBe(visits);
  });

  it('two disjoint samples do not both fit into one that is too small for them', () => {
    const lines = [inPool('all', 20, 2), inPool('one', 15, 0), inPool('other', 15, 1)];
    const instance = prepare(
      problemOf(lines, {
        cells: [
          { pools: [0, 2], size: 50 },
          { pools: [1, 2], size: 50 },
        ],
      }),
    );
    expect([countVisits(instance, [0, 1, 2]), countLeast(instance, [0, 1, 2])]).toEqual([30, 30]);
  });

  it('what is counted can be had, and less than the least cannot', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 });
    const counts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(sizes, counts, (some, asked) => {
        const inPools = [0, 1, 2].map((pool) => cellsOf(some).reduce((sum, { pools, size }) => sum + (pools.includes(pool) ? size : 0), 0));
        const wanted = asked.map((count, pool) => Math.min(count, inPools[pool] ?? 0));
        const instance = prepare(
          problemOf(
            wanted.map((count, pool) => inPool(`${pool}`, count, pool)),
            { cells: cellsOf(some) },
          ),
        );
        const fewest = tryAll(some, wanted);
        expect(countVisits(instance, [0, 1, 2])).toBeGreaterThanOrEqual(fewest);
        expect(countLeast(instance, [0, 1, 2])).toBeLessThanOrEqual(fewest);
      }),
    );
  });
});
