import { boundBlock } from './block-bound.ts';
import type { Block, Column } from './column.ts';
import { optionsOf } from './column.ts';
import { coverExactly, coverGreedily, exactItems, indexColumns } from './cover.ts';
import type { Instance } from './instance.ts';
import type { MergeTools } from './model.ts';
import { boundEntries, listEntries, solveEntries } from './program.ts';

/** What became of a block when nobody's hours are counted: its columns, what it needs at least, and whether that is the best. */
export type Covered = { readonly chosen: readonly number[]; readonly bound: number; readonly proved: boolean };

/** Visits before months moved before turns of officers, as one number: each weighs more than all that follow together. */
const rank = { visits: 1e9, moved: 1e6 };

function leastCost(instance: Instance, block: Block, column: Column): number {
  return column.visits * rank.visits + (optionsOf(instance, block, column)[0]?.moved ?? 0) * rank.moved + column.turns;
}

function coverSmall(instance: Instance, block: Block): Covered {
  const index = indexColumns(block);
  const { chosen } = coverExactly(
    index,
    Float64Array.from(block.columns, (column) => leastCost(instance, block, column)),
  );
  const bound = block.complete
    ? coverExactly(
        index,
        Float64Array.from(block.columns, ({ least }) => least),
      ).cost
    : boundBlock(instance, block);
  return { chosen, bound, proved: block.complete };
}

const unlimited = { ledger: { used: new Float64Array(0), limit: new Float64Array(0) }, loadsOf: () => [] };

/** Blocks of many lines go to the solver, each column in the months nearest to the wishes of its lines. */
function coverLarge(instance: Instance, block: Block, tools: MergeTools): Covered {
  const chosenGreedily = coverGreedily(block);
  const coarse = boundBlock(instance, block);
  const found = chosenGreedily.reduce((sum, index) => sum + (block.columns[index]?.visits ?? 0), 0);
  // At an enterprise that very many visit, what cannot be bettered needs no solver.
  if (block.items[0]?.enterprise !== null && found <= coarse) return { chosen: chosenGreedily, bound: coarse, proved: false };
  const entries = listEntries(instance, [block]).filter((entry, index, all) => entry.column !== all[index - 1]?.column);
  const programs = { instance, blocks: [block], entries, ...unlimited };
  const greedy = new Set(chosenGreedily);
  const start = entries.filter(({ column }) => greedy.has(column));
  const { chosen, bound, proved } = solveEntries(programs, start, tools);
  const least = block.columns.every((column) => column.least === column.visits) ? bound : boundEntries(programs, tools);
  return {
    chosen: chosen.map(({ column }) => column),
    bound: block.complete ? Math.max(coarse, least) : coarse,
    proved: block.complete && proved,
  };
}

/** The best merging of one block alone, as if its agencies had all the time they want. */
export function coverBlock(instance: Instance, block: Block, tools: MergeTools): Covered {
  if (tools.isOver()) return { chosen: coverGreedily(block), bound: boundBlock(instance, block), proved: false };
  return block.items.length <= exactItems ? coverSmall(instance, block) : coverLarge(instance, block, tools);
}
