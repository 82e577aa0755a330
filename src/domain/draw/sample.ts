import type { Citation } from '#domain/law/citation.ts';
import type { PolicyValues, Sourced } from '#domain/law/policy.ts';
import type { StratumSample } from './record.ts';
import { compareText } from './write-record.ts';

type Share = { readonly stratum: string; readonly size: number; sample: number; readonly exact: number };

// Exact in whole numbers: shares are kept multiplied by the size of the pool.
function firstShares(sizes: ReadonlyMap<string, number>, { sample, total }: { sample: number; total: number }): Share[] {
  const filled = [...sizes].filter(([, size]) => size > 0).sort(([one], [other]) => compareText(one, other));
  return filled.map(([stratum, size]) => {
    const exact = sample * size;
    return { stratum, size, exact, sample: Math.max(1, Math.floor((2 * exact + total) / (2 * total))) };
  });
}

/** The share that lies furthest above (sign 1) or below (sign -1) what is exact; of equals the last to take from, the first to give to. */
function furthest(shares: readonly Share[], total: number, sign: 1 | -1): Share | undefined {
  const distance = ({ sample, exact }: Share) => sign * (sample * total - exact);
  const inOrder = sign === 1 ? shares.toReversed() : shares;
  return inOrder.reduce<Share | undefined>((best, share) => (best && distance(best) >= distance(share) ? best : share), undefined);
}

/**
 * Divides a sample over the strata of a pool: sample × size of the stratum / size of the pool, half up, at least 1; then one is taken
 * from (or given to) the stratum furthest from its exact share until the sum is right. A stratum falls to 0 only where there are more
 * strata than places. The sample is at most the pool.
 */
export function splitSample(sizes: ReadonlyMap<string, number>, sample: number): StratumSample[] {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (sample > total) throw new RangeError('a sample is at most its pool');
  const shares = firstShares(sizes, { sample, total });
  const difference = () => shares.reduce((sum, share) => sum + share.sample, 0) - sample;
  for (let over = difference(); over > 0; over--) {
    const rich = shares.filter((share) => share.sample > 1);
    const from = furthest(rich.length > 0 ? rich : shares.filter((share) => share.sample > 0), total, 1);
    if (from) from.sample--;
  }
  for (let under = -difference(); under > 0; under--) {
    const to = furthest(
      shares.filter((share) => share.sample < share.size),
      total,
      -1,
    );
    if (to) to.sample++;
  }
  return shares.map(({ stratum, size, sample: places }) => ({ stratum, size, sample: places }));
}

/** Why so many may not be drawn of so few, and what may: at most `largest` (0: none), or the whole pool as a census where there is one. */
export type PoolFault = {
  readonly kind: 'empty' | 'noSample' | 'tooSmall';
  /** How large the pool would have to be for this sample. */
  readonly needed: number;
  readonly largest: number;
  /** The size of the pool, which may be taken whole; null where it is empty. */
  readonly census: number | null;
  readonly basis: Citation;
};

/** Judges a sample against its pool: null where it is lawful. */
export function judgePool(asked: { size: number; sample: number; draw: Sourced<PolicyValues['draw']> }): PoolFault | null {
  const { size, sample, draw } = asked;
  const { poolFactor, poolMinimum } = draw.value;
  const needed = Math.max(poolFactor * sample, poolMinimum);
  const isCensus = size > 0 && sample === size;
  if (isCensus || (sample >= 1 && Number.isInteger(sample) && size >= needed)) return null;
  const largest = size >= poolMinimum ? Math.floor(size / poolFactor) : 0;
  const census = size > 0 ? size : null;
  const lacking = size === 0 ? 'empty' : 'tooSmall';
  return { kind: size > 0 && sample < 1 ? 'noSample' : lacking, needed, largest, census, basis: draw.basis };
}
