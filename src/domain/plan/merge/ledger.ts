import { spreadCount } from '#domain/declaration/period.ts';
import type { Block, Item } from './column.ts';
import { type Instance, lineAt } from './instance.ts';
import { type MonthMask, monthsIn } from './months.ts';

/** Minutes used, and the most that may be used, of each agency in each month; row = twelve times the agency's place, plus the month. */
export type Ledger = { readonly used: Float64Array; readonly limit: Float64Array };

/** One visit or entry as it is planned: these items of a block, in these months. */
export type Placed = { readonly items: readonly Item[]; readonly months: MonthMask };
export type Load = readonly [row: number, minutes: number];

/** Says what a planned visit takes of whom; only agencies whose time is limited are counted. */
export type LoadsOf = (placed: Placed) => Load[];

export function measureLoads({ lines, settings, capacity }: Instance): LoadsOf {
  const places = new Map([...capacity.keys()].map((agency, index) => [agency, index]));
  return ({ items, months }) => {
    const spread = monthsIn(months);
    return items.flatMap(({ line, enterprise }) => {
      const { agency, count } = lineAt({ lines }, line);
      const place = places.get(agency);
      if (place === undefined) return [];
      const minutes = (settings.matterMinutes * (enterprise === null ? count : 1)) / spread.length;
      return spread.map((month): Load => [place * 12 + month - 1, minutes]);
    });
  };
}

/** The plan in which nothing is merged: every line in its own months, its enterprises spread over them. */
export function planApart(instance: Instance, blocks: readonly Block[]): Placed[][] {
  const turn = new Map<number, number>();
  const monthOf = (line: number): MonthMask => {
    const months = monthsIn(instance.declared[line] ?? 0);
    const shares = spreadCount(lineAt(instance, line).count, months);
    const nth = turn.get(line) ?? 0;
    turn.set(line, nth + 1);
    const upTo = (index: number) => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0);
    const month = months.find((_, index) => nth < upTo(index)) ?? months.at(-1) ?? 1;
    return 1 << (month - 1);
  };
  return blocks.map(({ items }) =>
    items.map((item) => ({ items: [item], months: item.enterprise === null ? (instance.declared[item.line] ?? 0) : monthOf(item.line) })),
  );
}

export function book({ used }: Pick<Ledger, 'used'>, loads: readonly Load[], sign: 1 | -1 = 1): void {
  for (const [row, minutes] of loads) used[row] = (used[row] ?? 0) + sign * minutes;
}

const tolerance = 1e-6;

/** Whether so much more can be booked. A visit may book the same row more than once. */
export function hasRoom({ used, limit }: Ledger, loads: readonly Load[]): boolean {
  const more = new Map<number, number>();
  for (const [row, minutes] of loads) more.set(row, (more.get(row) ?? 0) + minutes);
  return [...more].every(([row, minutes]) => (used[row] ?? 0) + minutes <= (limit[row] ?? 0) + tolerance);
}

export function overloadedRows({ used, limit }: Ledger): number[] {
  return [...used.keys()].filter((row) => (used[row] ?? 0) > (limit[row] ?? 0) + tolerance);
}

/**
 * An empty ledger. A month that its declarations overload already may stay as full as they make it: merging never makes it worse,
 * and leaving everything apart is always possible.
 */
export function openLedger({ capacity }: Instance, apart: readonly Placed[][], loadsOf: LoadsOf): Ledger {
  const used = new Float64Array(capacity.size * 12);
  for (const placed of apart) for (const visit of placed) book({ used }, loadsOf(visit));
  const limit = Float64Array.from([...capacity.values()].flatMap((months) => Array.from({ length: 12 }, (_, index) => months[index] ?? 0)));
  return { used: new Float64Array(used.length), limit: limit.map((minutes, row) => Math.max(minutes, used[row] ?? 0)) };
}
