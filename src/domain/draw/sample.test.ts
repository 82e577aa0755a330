import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePool, splitSample } from './sample.ts';

const split = (sizes: Record<string, number>, sample: number) =>
  Object.fromEntries(splitSample(new Map(Object.entries(sizes)), sample).map((part) => [part.stratum, part.sample]));

describe('dividing a sample over strata', () => {
  it.each<[string, Record<string, number>, number, Record<string, number>]>([
    ['one stratum takes all', { '': 7 }, 3, { '': 3 }],
    ['in proportion', { A: 50, B: 30, C: 20 }, 10, { A: 5, B: 3, C: 2 }],
    ['half up, then one is taken from the last of equals', { A: 3, B: 3 }, 3, { A: 2, B: 1 }],
    ['just below half stays below', { A: 51, B: 49 }, 3, { A: 2, B: 1 }],
    ['at least one of each', { A: 98, B: 1, C: 1 }, 4, { A: 2, B: 1, C: 1 }],
    ['more strata than places: the last go without', { A: 1, B: 1, C: 1 }, 2, { A: 1, B: 1, C: 0 }],
    ['one is given to the first of equals', { A: 5, B: 5, C: 5 }, 4, { A: 2, B: 1, C: 1 }],
    ['all of them', { A: 2, B: 3 }, 5, { A: 2, B: 3 }],
    ['a stratum without candidates is left out', { A: 2, B: 0 }, 1, { A: 1 }],
  ])('%s', (_what, sizes, sample, expected) => expect(split(sizes, sample)).toEqual(expected));

  it('refuses a sample that is larger than its pool', () => expect(() => split({ A: 2 }, 3)).toThrow(RangeError));

  it('always adds up, stays within each stratum and within one of its exact share where every stratum is large enough', () => {
    const sizes = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 200 }), { minKeys: 1 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.001, max: 1, noNaN: true }), (strata, ratio) => {
        const total = Object.values(strata).reduce((sum, size) => sum + size, 0);
        const sample = Math.max(1, Math.floor(ratio * total));
        const parts = splitSample(new Map(Object.entries(strata)), sample);
        const reversed = splitSample(new Map(Object.entries(strata).reverse()), sample);
        expect(parts).toEqual(reversed);
        expect(parts.reduce((sum, part) => sum + part.sample, 0)).toBe(sample);
        for (const { size, sample: own } of parts) expect(own).toBeLessThanOrEqual(size);
        if (parts.every(({ size }) => sample * size >= total)) {
          for (const { size, sample: own } of parts) expect(Math.abs(own - (sample * size) / total)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a pool for a sample', () => {
  const basis = { instrument: '国发〔2019〕5号', locator: '二' };
  const value = { objectionHours: 24, commitHours: 2, revealHours: 2, poolFactor: 3, poolMinimum: 10 };
  const weights = { A: 1, B: 2, C: 3, D: 4 };
  const draw = { value: { ...value, weights, stratifyBy: null, targetsPerOfficer: 20 }, basis, note: '' };
  const judge = (size: number, sample: number) => judgePool({ size, sample, draw });

  it.each([
    [12, 4],
    [10, 3],
    [10, 1],
    [1, 1],
    [9, 9],
  ])('of %i may be drawn %i', (size, sample) => expect(judge(size, sample)).toBeNull());

  it.each([
    [11, 4, { kind: 'tooSmall', needed: 12, largest: 3, census: 11 }],
    [9, 1, { kind: 'tooSmall', needed: 10, largest: 0, census: 9 }],
    [9, 10, { kind: 'tooSmall', needed: 30, largest: 0, census: 9 }],
    [30, 0, { kind: 'noSample', needed: 10, largest: 10, census: 30 }],
    [0, 1, { kind: 'empty', needed: 10, largest: 0, census: null }],
    [0, 0, { kind: 'empty', needed: 10, largest: 0, census: null }],
  ])('of %i may not be drawn %i, and what may is said with its source', (size, sample, fault) =>
    expect(judge(size, sample)).toEqual({ ...fault, basis }),
  );
});
