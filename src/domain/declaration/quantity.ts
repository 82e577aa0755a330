/** How many enterprises a line asks for, as agencies write it: 20家, 5%, 按3%抽取36家, 全覆盖, 不少于10家. */
export type Quantity =
  | { readonly kind: 'count'; readonly count: number }
  /** `count`: the agency's own figure beside the share. */
  | { readonly kind: 'ratio'; readonly ratioPercent: number; readonly count?: number | undefined }
  | { readonly kind: 'all' }
  | { readonly kind: 'min'; readonly count: number };

/** A hundred per cent in the smallest part of a percent that a sheet keeps (four decimals). */
const whole = 1_000_000;

/** Half up, in whole numbers: 9.2 % of 375 is 34.5, which binary fractions take for less. */
function computeShare(poolSize: number, ratioPercent: number): number {
  const ratio = Math.round((ratioPercent * whole) / 100);
  return Math.floor((poolSize * ratio + whole / 2) / whole);
}

/** Enterprises a year, of a pool of this size: a share is rounded half up, at least 1 of a pool that is not empty. */
export function computeCount(quantity: Quantity, poolSize: number): number {
  switch (quantity.kind) {
    case 'count':
    case 'min':
      return quantity.count;
    case 'all':
      return poolSize;
    case 'ratio':
      return quantity.count ?? Math.min(poolSize, Math.max(1, computeShare(poolSize, quantity.ratioPercent)));
  }
}

/** A plain note where a line asks for more enterprises than its pool holds; null where it does not. */
export function sayShortage(count: number, poolSize: number): string | null {
  if (count <= poolSize) return null;
  return poolSize === 0 ? '名录里没有符合条件的企业' : `名录里符合条件的只有 ${poolSize} 家`;
}

/** 20 家, 5%, 3% 计 36 家, 全覆盖, 不少于 10 家. */
export function sayQuantity(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'count':
      return `${quantity.count} 家`;
    case 'min':
      return `不少于 ${quantity.count} 家`;
    case 'all':
      return '全覆盖';
    case 'ratio':
      return quantity.count === undefined ? `${quantity.ratioPercent}%` : `${quantity.ratioPercent}% 计 ${quantity.count} 家`;
  }
}
