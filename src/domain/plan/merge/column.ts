import type { Instance } from './instance.ts';
import { distanceTo, type MonthMask, monthsIn } from './months.ts';

/** What has to be visited once: a pool line, with all its visits, or a listed line at one of its enterprises. */
export type Item = { readonly line: number; readonly enterprise: number | null };

/** Items of one block that could be visited together, by their positions in the block, ascending. */
export type Column = {
  readonly items: readonly number[];
  readonly visits: number;
  /** A number that its visits could not go below in any way. */
  readonly least: number;
  /** Times that an agency sends its two officers. */
  readonly turns: number;
};

/** Items that only meet each other. Blocks share nothing but the hours of their agencies. */
export type Block = {
  readonly items: readonly Item[];
  readonly columns: readonly Column[];
  /** Every possible column is there; else only some, and what is found may not be the best. */
  readonly complete: boolean;
};

/** When a column could be visited, and how many months away from the wishes of its lines. */
export type Option = { readonly months: MonthMask; readonly moved: number };

export const linesOf = ({ items }: Pick<Block, 'items'>, column: Column): number[] => column.items.map((item) => items[item]?.line ?? -1);

const bitOf = (month: number): MonthMask => 1 << (month - 1);
const intersect = (masks: readonly MonthMask[], lines: readonly number[]) => lines.reduce((mask, line) => mask & (masks[line] ?? 0), 0xfff);

/** Every single month in which these lines may be visited, those nobody has to move to first. */
export function singleMonths({ declared, allowed }: Pick<Instance, 'declared' | 'allowed'>, lines: readonly number[]): Option[] {
  const movedTo = (month: number) => lines.reduce((sum, line) => sum + distanceTo(declared[line] ?? 0, month), 0);
  const options = monthsIn(intersect(allowed, lines)).map((month) => ({ months: bitOf(month), moved: movedTo(month) }));
  return options.sort((a, b) => a.moved - b.moved || a.months - b.months);
}

/** When an entry of these lines could lie: all months they have in common, or one of them; else the nearest to move to. */
export function entryMonths(instance: Pick<Instance, 'declared' | 'allowed'>, lines: readonly number[]): Option[] {
  const together = intersect(instance.declared, lines);
  const singles = singleMonths(instance, lines);
  if (together === 0) return singles;
  const whole = { months: together, moved: 0 };
  return lines.length === 1 || monthsIn(together).length === 1 ? [whole] : [whole, ...singles.filter(({ moved }) => moved === 0)];
}

/** When a column may be visited: a visit to one enterprise lies in one month, an entry may stretch over several. */
export function optionsOf(instance: Pick<Instance, 'declared' | 'allowed'>, block: Block, column: Column): Option[] {
  const lines = linesOf(block, column);
  return block.items[0]?.enterprise === null ? entryMonths(instance, lines) : singleMonths(instance, lines);
}
