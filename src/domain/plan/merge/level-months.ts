import type { HeatMonth, MonthCapacity } from '../heat.ts';
import { type Block, type Option, optionsOf } from './column.ts';
import type { Instance } from './instance.ts';
import { book, hasRoom, type Placed } from './ledger.ts';
import { type MonthMask, monthsIn } from './months.ts';
import type { Placing } from './place-visits.ts';
import { visitsOf } from './plan-cost.ts';

/** Door visits of the whole district in each month, beside what the month is to bear; months of which nothing is said bear all. */
export type District = { readonly used: Float64Array; readonly room: readonly MonthCapacity[] };

function add({ used }: District, months: MonthMask, visits: number): void {
  const spread = monthsIn(months);
  for (const month of spread) used[month - 1] = (used[month - 1] ?? 0) + visits / spread.length;
}

/** What a plan asks of each month. */
export function measureDistrict(instance: Instance, plan: readonly (readonly Placed[])[]): District {
  const district = { used: new Float64Array(12), room: instance.room };
  for (const visit of plan.flat()) add(district, visit.months, visitsOf(instance, visit));
  return district;
}

const capacityOf = ({ room }: District, month: number) => room[month - 1]?.capacity ?? Number.POSITIVE_INFINITY;

/** By how many visits these months are over, once so many more lie in them. */
function excessOf(district: District, months: MonthMask, visits = 0): number {
  const spread = monthsIn(months);
  const over = (month: number) => Math.max(0, (district.used[month - 1] ?? 0) + visits / spread.length - capacityOf(district, month));
  return spread.reduce((sum, month) => sum + over(month), 0);
}

/** Of options that move as little as the first, the one that leaves the district least over. */
function pickMonths(district: District, options: readonly Option[], visits: number): Option | undefined {
  const [first] = options;
  const near = options.filter(({ moved }) => moved === first?.moved);
  const growth = ({ months }: Option) => excessOf(district, months, visits) - excessOf(district, months);
  return near.reduce<Option | undefined>((best, option) => (best && growth(best) <= growth(option) + 1e-6 ? best : option), undefined);
}

/** A visit in a month that is over goes to one with room, where that moves its lines no further and its agencies have the time. */
function levelVisit(
  { instance, ledger, loadsOf }: Placing,
  block: Block,
  { district, visit }: { district: District; visit: Placed },
): Placed {
  if (excessOf(district, visit.months) < 1e-6) return visit;
  const items = visit.items.map((item) => block.items.indexOf(item));
  const options = optionsOf(instance, block, { items, visits: 0, least: 0, turns: 0 });
  const now = options.find(({ months }) => months === visit.months);
  const visits = visitsOf(instance, visit);
  add(district, visit.months, -visits);
  book(ledger, loadsOf(visit), -1);
  const open = options.filter(({ months, moved }) => moved === now?.moved && hasRoom(ledger, loadsOf({ ...visit, months })));
  const chosen = { ...visit, months: pickMonths(district, now ? [now, ...open] : [], visits)?.months ?? visit.months };
  add(district, chosen.months, visits);
  book(ledger, loadsOf(chosen));
  return chosen;
}

/** The same visits, away from months in which the whole district is over: nothing else about the plan changes. */
export function levelMonths(placing: Placing, plan: readonly (readonly Placed[])[]): Placed[][] {
  const district = measureDistrict(placing.instance, plan);
  return plan.map((placed, index) => {
    const block = placing.blocks[index];
    return placed.map((visit) => (block ? levelVisit(placing, block, { district, visit }) : visit));
  });
}

/** Those of these months that are over. */
export function findOverMonths(district: District, months: MonthMask): HeatMonth[] {
  return monthsIn(months).flatMap((month) => {
    const capacity = district.room[month - 1];
    const visits = Math.round(district.used[month - 1] ?? 0);
    return capacity && visits > capacity.capacity ? [{ ...capacity, visits, balance: capacity.capacity - visits }] : [];
  });
}
