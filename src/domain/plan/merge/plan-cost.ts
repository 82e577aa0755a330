import type { Instance } from './instance.ts';
import type { Placed } from './ledger.ts';
import { distanceTo, monthsIn } from './months.ts';
import { countVisits } from './union.ts';

export type PlanCost = { readonly visits: number; readonly moved: number };

/** Door visits of one planned visit or entry. */
export function visitsOf(instance: Instance, { items }: Pick<Placed, 'items'>): number {
  const lines = items.map(({ line }) => line);
  return items[0]?.enterprise === null ? countVisits(instance, lines) : 1;
}

function movedOf({ declared }: Instance, { items, months }: Placed): number {
  const [month = 1] = monthsIn(months);
  return items.reduce(
    (sum, { line }) => sum + (((declared[line] ?? 0) & months) === months ? 0 : distanceTo(declared[line] ?? 0, month)),
    0,
  );
}

/** What a plan costs: door visits, and how many months its lines are moved. */
export function costOf(instance: Instance, placed: readonly (readonly Placed[])[]): PlanCost {
  let [visits, moved] = [0, 0];
  for (const block of placed) {
    for (const visit of block) {
      visits += visitsOf(instance, visit);
      moved += movedOf(instance, visit);
    }
  }
  return { visits, moved };
}
