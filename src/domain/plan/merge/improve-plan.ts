import { optionsOf } from './column.ts';
import { coverExactly, exactItems, indexColumns } from './cover.ts';
import { book, hasRoom, type Placed } from './ledger.ts';
import { type Placing, placeVisits } from './place-visits.ts';
import { visitsOf } from './plan-cost.ts';

/** The block's best cover of those columns that find room one by one now; the others are too dear to be taken. */
function coverNow({ instance, blocks, ledger, loadsOf }: Placing, block: number): number[] | null {
  const whole = blocks[block];
  if (!whole || whole.items.length > exactItems) return null;
  const costs = Float64Array.from(whole.columns, (column) => {
    const items = column.items.flatMap((item) => whole.items[item] ?? []);
    const option = optionsOf(instance, whole, column).find(({ months }) => hasRoom(ledger, loadsOf({ items, months })));
    return option ? column.visits + option.moved * 1e-4 : 1e6;
  });
  const { cost, chosen } = coverExactly(indexColumns(whole), costs);
  return cost < 1e6 ? chosen : null;
}

const visitsIn = (placing: Placing, placed: readonly Placed[]) => placed.reduce((sum, visit) => sum + visitsOf(placing.instance, visit), 0);

/** Tries a block anew in the room that the others leave it; keeps the better of both. */
function tryAgain(placing: Placing, block: number, now: readonly Placed[]): readonly Placed[] {
  const { ledger, loadsOf } = placing;
  for (const visit of now) book(ledger, loadsOf(visit), -1);
  const before = ledger.used.slice();
  const chosen = coverNow(placing, block);
  if (chosen) {
    const alone = { ...placing, blocks: [placing.blocks[block] ?? { items: [], columns: [], complete: true }], apart: [now] };
    const [again = []] = placeVisits(alone, [chosen]);
    if (visitsIn(placing, again) < visitsIn(placing, now)) return again;
  }
  ledger.used.set(before);
  for (const visit of now) book(ledger, loadsOf(visit));
  return now;
}

/** Goes through the blocks that need more visits than they would alone, and tries each again. True when something got better. */
export function improvePlan(placing: Placing, placed: (readonly Placed[])[], bounds: readonly number[]): boolean {
  let better = false;
  for (const [block, now] of placed.entries()) {
    if (visitsIn(placing, now) <= (bounds[block] ?? 0)) continue;
    const again = tryAgain(placing, block, now);
    better ||= again !== now;
    placed[block] = again;
  }
  return better;
}
