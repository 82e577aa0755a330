import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBelowAlarm, rankScores, shareOf, shrink, wilson } from './score.ts';

const share = fc.integer({ min: 1, max: 500 }).chain((n) => fc.record({ n: fc.constant(n), good: fc.integer({ min: 0, max: n }) }));

describe('a share of few answers', () => {
  it('has the Wilson interval of the textbook', () => {
    const { low, high } = wilson({ n: 12, good: 12 });
    expect(low).toBeCloseTo(0.816, 3);
    expect(high).toBeCloseTo(1, 10);
    expect(wilson({ n: 0, good: 0 })).toEqual({ low: 0, high: 1 });
    expect(shareOf({ n: 0, good: 0 })).toBeNull();
  });

  it('lies inside its interval, which lies inside 0 … 1', () => {
    fc.assert(
      fc.property(share, (each) => {
        const { low, high } = wilson(each);
        const p = each.good / each.n;
        return 0 <= low && low <= p + 1e-9 && p <= high + 1e-9 && high <= 1;
      }),
    );
  });

  it('is drawn towards the mean, the more the fewer answers, and never past it', () => {
    expect(shrink({ n: 5, good: 5 }, 0.9)).toBeCloseTo((5 + 9) / 15, 10);
    fc.assert(
      fc.property(share, fc.double({ min: 0, max: 1, noNaN: true }), (each, prior) => {
        const [own, drawn] = [each.good / each.n, shrink(each, prior)];
        return Math.min(own, prior) - 1e-9 <= drawn && drawn <= Math.max(own, prior) + 1e-9;
      }),
    );
  });

  it('shares its rank with its equal', () => {
    expect(rankScores([0.9, 0.95, 0.9, 0.8])).toEqual([2, 1, 2, 4]);
  });

  it.each([
    [{ n: 20, good: 17 }, false],
    [{ n: 20, good: 16 }, true],
    [{ n: 0, good: 0 }, false],
  ])('%o below 85 %%: %s', (each, below) => expect(isBelowAlarm(each, 85)).toBe(below));
});
