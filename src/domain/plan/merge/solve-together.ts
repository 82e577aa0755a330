import type { Block } from './column.ts';
import type { Placed } from './ledger.ts';
import type { MergeTools } from './model.ts';
import type { Placing } from './place-visits.ts';
import { costOf, type PlanCost } from './plan-cost.ts';
import { columnOf, type Entry, listEntries, type Programs, solveEntries } from './program.ts';
import type { Covered } from './solve-apart.ts';

type Plan = readonly (readonly Placed[])[];
export type SoFar = { readonly plan: Plan; readonly covered: readonly Covered[]; readonly bound: number };

/** More variables than this are left to the blocks alone. */
const entryLimit = 8000;

/** Months that the best columns of every block would have to move, each at its nearest. */
function leastMoved({ instance, blocks }: Placing, { covered }: SoFar): number {
  return covered.reduce((sum, { chosen }, block) => {
    const whole = blocks[block];
    if (!whole) return sum;
    const first = listEntries(instance, [{ ...whole, columns: chosen.flatMap((index) => whole.columns[index] ?? []) }]);
    return (
      sum + first.filter((entry, index) => entry.column !== first[index - 1]?.column).reduce((moved, { option }) => moved + option.moved, 0)
    );
  }, 0);
}

/** A plan as variables of the program; null where one of its visits is none. */
function entriesOf({ blocks, entries }: Programs, plan: Plan): Entry[] | null {
  const keyOf = (block: number, items: readonly number[], months: number) =>
    `${block}/${[...items].sort((a, b) => a - b).join()}/${months}`;
  const known = new Map(entries.map((entry) => [keyOf(entry.block, columnOf({ blocks }, entry).items, entry.option.months), entry]));
  const found = plan.flatMap((placed, block) =>
    placed.map(({ items, months }) => {
      const positions = items.map(
        (item) => blocks[block]?.items.findIndex(({ line, enterprise }) => line === item.line && enterprise === item.enterprise) ?? -1,
      );
      return known.get(keyOf(block, positions, months)) ?? null;
    }),
  );
  return found.every((entry) => entry !== null) ? found : null;
}

function planOf(blocks: readonly Block[], chosen: readonly Entry[]): Placed[][] {
  return blocks.map((block, index) =>
    chosen
      .filter((entry) => entry.block === index)
      .map((entry) => ({
        items: columnOf({ blocks }, entry).items.flatMap((item) => block.items[item] ?? []),
        months: entry.option.months,
      })),
  );
}

const isBetter = (one: PlanCost, other: PlanCost) => one.visits < other.visits || (one.visits === other.visits && one.moved < other.moved);

/** Solves all blocks at once within the hours of their agencies, where they are few and their best plans got in each other's way. */
export function solveTogether(placing: Placing, soFar: SoFar, tools: MergeTools) {
  const { instance, blocks, ledger, loadsOf, apart } = placing;
  const cost = costOf(instance, soFar.plan);
  const done = { plan: soFar.plan, visits: cost.visits, bound: soFar.bound };
  const isBest = soFar.covered.every(({ proved }) => proved) && cost.visits === soFar.bound && cost.moved === leastMoved(placing, soFar);
  const size = blocks.reduce((sum, { columns }) => sum + columns.length, 0);
  if (isBest || size > entryLimit || tools.isOver()) return done;
  const programs: Programs = { instance, blocks, entries: listEntries(instance, blocks), ledger, loadsOf };
  if (programs.entries.length > 2 * entryLimit) return done;
  const start = entriesOf(programs, soFar.plan) ?? entriesOf(programs, apart) ?? [];
  const solved = solveEntries(programs, start, tools);
  const plan = planOf(blocks, solved.chosen);
  const isSound = blocks.every(({ complete, columns }) => complete && columns.every(({ least, visits }) => least === visits));
  const bound = Math.max(soFar.bound, isSound ? solved.bound : 0);
  const better = isBetter(costOf(instance, plan), cost);
  return better ? { plan, visits: costOf(instance, plan).visits, bound } : { ...done, bound };
}
