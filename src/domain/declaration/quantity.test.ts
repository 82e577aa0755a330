import { describe, expect, it } from 'vitest';
import { computeCount, sayShortage } from './quantity.ts';

const share = (ratioPercent: number, poolSize: number) => computeCount({ kind: 'ratio', ratioPercent }, poolSize);

describe('a line that asks for more than there are', () => {
  it.each([
    [60, 40, '名录里符合条件的只有 40 家'],
    [5, 0, '名录里没有符合条件的企业'],
    [40, 40, null],
    [0, 0, null],
  ])('%i of %i', (count, poolSize, note) => expect(sayShortage(count, poolSize)).toBe(note));
});

describe('a share of a pool', () => {
  it.each([
    [375, 9.2, 35],
    [375, 9.1999, 34],
    [30, 5, 2],
    [29, 5, 1],
    [3, 1, 1],
    [0, 50, 0],
    [7, 100, 7],
  ])('of %i, %d %% is %i', (poolSize, ratioPercent, count) => expect(share(ratioPercent, poolSize)).toBe(count));

  it('is rounded half up in every case that lies half-way, as sheets write shares', () => {
    const wrong: string[] = [];
    // A share of n ten-thousandths of a percent lies half-way between k and k + 1 where 2 × pool × n = (2k + 1) × 1,000,000.
    for (let pool = 1; pool <= 3000; pool++) {
      for (let twice = 1_000_000; twice < 2_000_000 * pool; twice += 2_000_000) {
        if (twice % (2 * pool) !== 0) continue;
        const ratio = twice / (2 * pool);
        const half = Math.max(1, (twice / 1_000_000 + 1) / 2);
        if (share(ratio / 10_000, pool) !== half) wrong.push(`${pool} × ${ratio / 10_000} %`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
