/** How many answers at the district's mean each agency's own answers are weighed against (design: algorithms.md, Scores with few answers). */
export const priorWeight = 10;

/** The normal quantile of a two-sided 90 % interval. */
const z90 = 1.6448536269514722;

export type Share = { readonly n: number; readonly good: number };
export type Interval = { readonly low: number; readonly high: number };

/** The share of good answers, 0 … 1; null without answers. */
export function shareOf({ n, good }: Share): number | null {
  return n === 0 ? null : good / n;
}

/** The 90 % Wilson interval of a share: never below 0 nor above 1, and wide where answers are few. */
export function wilson({ n, good }: Share): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const [p, z2] = [good / n, z90 * z90];
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z90 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** (n·mean + m·prior) / (n + m): few answers stay near the district's mean. */
export function shrink({ n, good }: Share, prior: number): number {
  return (good + priorWeight * prior) / (n + priorWeight);
}

/** Competition ranks of scores, the highest first: ties share a rank. Compared to four decimals, as they are shown. */
export function rankScores(scores: readonly number[]): number[] {
  const rounded = scores.map((score) => Math.round(score * 10_000));
  return rounded.map((score) => 1 + rounded.filter((other) => other > score).length);
}

/** Whether a share lies below the policy's alarm, in per cent; never without answers. */
export function isBelowAlarm(share: Share, alarmBelowPercent: number): boolean {
  return share.n > 0 && share.good * 100 < share.n * alarmBelowPercent;
}
