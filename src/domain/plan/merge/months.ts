import type { MergeLine, MergeSettings } from './model.ts';

/** Months as bits: bit 0 is January. */
export type MonthMask = number;

export const maskOf = (months: readonly number[]): MonthMask => months.reduce((mask, month) => mask | (1 << (month - 1)), 0);

/** The months of a mask, 1—12, ascending. */
export function monthsIn(mask: MonthMask): number[] {
  const months: number[] = [];
  for (let month = 1; month <= 12; month++) if (mask & (1 << (month - 1))) months.push(month);
  return months;
}

/** How many months away from the nearest of a line's own months; 0 when it is one of them. */
export function distanceTo(declared: MonthMask, month: number): number {
  for (let away = 0; away < 12; away++) {
    const near =
      (month - away >= 1 && declared & (1 << (month - away - 1))) || (month + away <= 12 && declared & (1 << (month + away - 1)));
    if (near) return away;
  }
  return 12;
}

/** Only what an agency does of its own accord may move, and only where the season does not matter. */
export function isMovable({ source, seasonal }: Pick<MergeLine, 'source' | 'seasonal'>): boolean {
  return source === 'local' && !seasonal;
}

/** The months in which a line's visits may lie: its own, and for a movable line those not too far from them. */
export function allowedMonths(line: MergeLine, { movableMonths }: Pick<MergeSettings, 'movableMonths'>): MonthMask {
  const declared = maskOf(line.months);
  if (!isMovable(line)) return declared;
  let mask = declared;
  for (let month = 1; month <= 12; month++) if (distanceTo(declared, month) <= movableMonths) mask |= 1 << (month - 1);
  return mask;
}
