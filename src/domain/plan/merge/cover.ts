import type { Block } from './column.ts';

/** Blocks up to this size are covered exactly, state by state. */
export const exactItems = 16;

/** A block's columns by the first item of each, with their items as bits. */
export type CoverIndex = { readonly size: number; readonly masks: Int32Array; readonly byFirst: readonly (readonly number[])[] };

export function indexColumns({ items, columns }: Block): CoverIndex {
  const byFirst = items.map((): number[] => []);
  const masks = Int32Array.from(columns, (column) => column.items.reduce((mask, item) => mask | (1 << item), 0));
  for (const [index, column] of columns.entries()) byFirst[column.items[0] ?? 0]?.push(index);
  return { size: items.length, masks, byFirst };
}

function firstOpen(covered: number, size: number): number {
  let item = 0;
  while (item < size && covered & (1 << item)) item++;
  return item;
}

type States = { readonly best: Float64Array; readonly last: Int32Array };

/** Extends one state by every column that covers its first open item. */
function extend({ size, masks, byFirst }: CoverIndex, costs: Float64Array, { states, covered }: { states: States; covered: number }): void {
  const { best, last } = states;
  const cost = best[covered] ?? 0;
  for (const column of byFirst[firstOpen(covered, size)] ?? []) {
    const mask = masks[column] ?? 0;
    const sum = cost + (costs[column] ?? 0);
    if ((covered & mask) !== 0 || sum >= (best[covered | mask] ?? 0)) continue;
    best[covered | mask] = sum;
    last[covered | mask] = column;
  }
}

/** The cheapest choice of columns that covers every item once, and its cost. Ties go to the column listed first. */
export function coverExactly(index: CoverIndex, costs: Float64Array): { readonly cost: number; readonly chosen: number[] } {
  const full = (1 << index.size) - 1;
  const best = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY);
  const states = { best, last: new Int32Array(full + 1).fill(-1) };
  best[0] = 0;
  for (let covered = 0; covered < full; covered++)
    if (best[covered] !== Number.POSITIVE_INFINITY) extend(index, costs, { states, covered });
  const chosen: number[] = [];
  for (let covered = full; covered > 0; covered ^= index.masks[chosen.at(-1) ?? 0] ?? 0) chosen.push(states.last[covered] ?? 0);
  return { cost: best[full] ?? 0, chosen: chosen.reverse() };
}

/** A cover for blocks too large for the exact one: what saves most first, the rest one by one. */
export function coverGreedily({ items, columns }: Block): number[] {
  const alone = items.map((_, item) => columns.findIndex((column) => column.items.length === 1 && column.items[0] === item));
  const apart = (column: { items: readonly number[] }) =>
    column.items.reduce((sum, item) => sum + (columns[alone[item] ?? 0]?.visits ?? 0), 0);
  const saved = columns.map((column) => apart(column) - column.visits);
  const order = [...columns.keys()].sort((a, b) => (saved[b] ?? 0) - (saved[a] ?? 0) || a - b);
  const done = new Set<number>();
  return order.filter((index) => {
    const column = columns[index];
    if (!column || column.items.some((item) => done.has(item))) return false;
    for (const item of column.items) done.add(item);
    return true;
  });
}
