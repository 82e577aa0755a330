import { type Block, type Column, type Option, optionsOf } from './column.ts';
import type { Instance } from './instance.ts';
import type { Ledger, LoadsOf } from './ledger.ts';
import type { BinaryProgram, MergeTools } from './model.ts';

/** A column of a block in certain months: one variable of the program. */
export type Entry = { readonly block: number; readonly column: number; readonly option: Option };
type Limit = { readonly of: (entry: Entry) => number; readonly upper: number };

export type Programs = {
  readonly instance: Instance;
  readonly blocks: readonly Block[];
  readonly entries: readonly Entry[];
  readonly ledger: Ledger;
  readonly loadsOf: LoadsOf;
};

export const columnOf = ({ blocks }: Pick<Programs, 'blocks'>, { block, column }: Entry): Column => {
  const found = blocks[block]?.columns[column];
  if (!found) throw new Error(`no column ${column} in block ${block}`);
  return found;
};

/** Every column of these blocks in each of its months. */
export function listEntries(instance: Instance, blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((each, block) =>
    each.columns.flatMap((column, index) => optionsOf(instance, each, column).map((option) => ({ block, column: index, option }))),
  );
}

function itemRows(blocks: readonly Block[]): number[] {
  const first: number[] = [];
  let rows = 0;
  for (const { items } of blocks) {
    first.push(rows);
    rows += items.length;
  }
  return [...first, rows];
}

/** Rows: every item once, every agency's month within its limit, and what earlier passes have settled. */
function buildProgram(programs: Programs, cost: Limit['of'], limits: readonly Limit[]): BinaryProgram {
  const { blocks, entries, ledger, loadsOf } = programs;
  const first = itemRows(blocks);
  const covered = first.at(-1) ?? 0;
  const columns = entries.map((entry) => {
    const { items } = columnOf(programs, entry);
    const loads = loadsOf({
      items: items.map((item) => blocks[entry.block]?.items[item] ?? { line: -1, enterprise: null }),
      months: entry.option.months,
    });
    const values = new Map<number, number>(items.map((item) => [(first[entry.block] ?? 0) + item, 1]));
    for (const [row, minutes] of loads) values.set(covered + row, (values.get(covered + row) ?? 0) + minutes);
    limits.forEach(({ of }, index) => {
      if (of(entry) !== 0) values.set(covered + ledger.limit.length + index, of(entry));
    });
    return { rows: [...values.keys()], values: [...values.values()] };
  });
  const once = Array.from({ length: covered }, () => ({ lower: 1, upper: 1 }));
  const within = [...ledger.limit].map((upper) => ({ lower: Number.NEGATIVE_INFINITY, upper: upper + 1e-6 }));
  const settled = limits.map(({ upper }) => ({ lower: Number.NEGATIVE_INFINITY, upper: upper + 1e-6 }));
  return { costs: entries.map(cost), entries: columns, rows: [...once, ...within, ...settled] };
}

const total = (of: Limit['of'], chosen: readonly Entry[]) => chosen.reduce((sum, entry) => sum + of(entry), 0);

/** The fewest visits that these columns could need, each counted at its least. */
export function boundEntries(programs: Programs, tools: MergeTools): number {
  return Math.ceil(
    tools.solve(
      buildProgram(programs, (entry) => columnOf(programs, entry).least, []),
      [],
    ).bound - 1e-6,
  );
}

export type Solved = { readonly chosen: Entry[]; readonly bound: number; readonly proved: boolean };

/**
 * The fewest visits, then the fewest months moved, then the fewest turns of officers: one pass each, from a plan that fits already.
 * `bound` is what the first pass proved of the visits.
 */
export function solveEntries(programs: Programs, start: readonly Entry[], tools: MergeTools): Solved {
  const aims: readonly Limit['of'][] = [
    (entry) => columnOf(programs, entry).visits,
    (entry) => entry.option.moved,
    (entry) => columnOf(programs, entry).turns,
  ];
  let chosen = [...start];
  let [bound, proved] = [0, false];
  const limits: Limit[] = [];
  for (const [pass, of] of aims.entries()) {
    if (tools.isOver()) break;
    const places = chosen.map((entry) => programs.entries.indexOf(entry)).filter((place) => place >= 0);
    const answer = tools.solve(buildProgram(programs, of, limits), places);
    const found = answer.chosen?.flatMap((place) => programs.entries[place] ?? []);
    if (found && total(of, found) <= total(of, chosen) + 1e-6) chosen = found;
    if (pass === 0) [bound, proved] = [Math.ceil(answer.bound - 1e-6), answer.proved];
    limits.push({ of, upper: total(of, chosen) });
    if (!answer.proved) break;
  }
  return { chosen, bound, proved };
}
