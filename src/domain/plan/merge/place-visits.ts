import { type Block, type Column, type Item, type Option, optionsOf } from './column.ts';
import type { Instance } from './instance.ts';
import { book, hasRoom, type Ledger, type Load, type LoadsOf, overloadedRows, type Placed } from './ledger.ts';

/** A chosen column on its way to a month. */
type Waiting = { readonly block: number; readonly items: readonly Item[]; readonly options: readonly Option[] };

export type Placing = {
  readonly instance: Instance;
  readonly blocks: readonly Block[];
  readonly ledger: Ledger;
  readonly loadsOf: LoadsOf;
  /** The plan in which nothing is merged, to which a block can always go back. */
  readonly apart: readonly (readonly Placed[])[];
};
type PlacedPart = { readonly placed: Placed; readonly moved: number };

const itemsOf = (block: Block, column: Column): Item[] => column.items.flatMap((item) => block.items[item] ?? []);

/** How full the fullest row gets: of two months the emptier one is taken. */
function peakOf({ used, limit }: Ledger, loads: readonly Load[]): number {
  return Math.max(0, ...loads.map(([row, minutes]) => ((used[row] ?? 0) + minutes) / Math.max(1, limit[row] ?? 0)));
}

/** The month that moves least, and of those the emptiest, in which these items find room. */
function findOption({ ledger, loadsOf }: Placing, items: readonly Item[], options: readonly Option[]): Option | null {
  let best: { option: Option; peak: number } | null = null;
  for (const option of options) {
    if (best && option.moved > best.option.moved) break;
    const loads = loadsOf({ items, months: option.months });
    if (!hasRoom(ledger, loads)) continue;
    const peak = peakOf(ledger, loads);
    if (!best || peak < best.peak - 1e-9) best = { option, peak };
  }
  return best?.option ?? null;
}

function placeWhole(placing: Placing, { items, options }: Waiting): PlacedPart | null {
  const option = findOption(placing, items, options);
  if (!option) return null;
  const placed = { items, months: option.months };
  book(placing.ledger, placing.loadsOf(placed));
  return { placed, moved: option.moved };
}

function optionsFor({ instance, blocks }: Placing, block: number, items: readonly Item[]): Option[] {
  const whole = blocks[block];
  if (!whole) return [];
  const positions = items.map((item) => whole.items.indexOf(item));
  return optionsOf(instance, whole, { items: positions, visits: 0, least: 0, turns: 0 });
}

/** As many of these items as find room in one visit, counted from the first. */
function placeMost(placing: Placing, block: number, items: readonly Item[]): PlacedPart | null {
  for (let size = items.length; size > 0; size--) {
    const some = items.slice(0, size);
    const found = placeWhole(placing, { block, items: some, options: optionsFor(placing, block, some) });
    if (found) return found;
  }
  return null;
}

/** A visit that finds room nowhere is taken apart into as few as find it; null, and nothing booked, where not even that helps. */
function placeParts(placing: Placing, { block, items }: Waiting): PlacedPart[] | null {
  const done: PlacedPart[] = [];
  let left = [...items];
  while (left.length > 0) {
    const found = placeMost(placing, block, left);
    if (!found) {
      for (const { placed } of done) book(placing.ledger, placing.loadsOf(placed), -1);
      return null;
    }
    done.push(found);
    left = left.slice(found.placed.items.length);
  }
  return done;
}

function waitingOf(placing: Placing, block: number, columns: readonly number[]): Waiting[] {
  const whole = placing.blocks[block];
  const found = whole ? columns.flatMap((index) => whole.columns[index] ?? []) : [];
  return found.map((column) => {
    const items = whole ? itemsOf(whole, column) : [];
    return { block, items, options: optionsFor(placing, block, items) };
  });
}

/** Takes a block's visits out of the ledger and leaves its lines apart, as declared. */
function leaveApart({ ledger, loadsOf, apart }: Placing, placed: Placed[][], block: number): void {
  for (const visit of placed[block] ?? []) book(ledger, loadsOf(visit), -1);
  placed[block] = [...(apart[block] ?? [])];
  for (const visit of placed[block] ?? []) book(ledger, loadsOf(visit));
}

/** Undoes merging, block by block, until no month is fuller than it may be: at the latest with everything apart. */
function relieve(placing: Placing, placed: Placed[][], merged: Set<number>): void {
  for (let rows = overloadedRows(placing.ledger); rows.length > 0; rows = overloadedRows(placing.ledger)) {
    const touches = (block: number) => (placed[block] ?? []).some((visit) => placing.loadsOf(visit).some(([row]) => rows.includes(row)));
    const next = [...merged].find(touches) ?? [...merged][0];
    if (next === undefined) throw new Error('lines do not fit even apart');
    merged.delete(next);
    leaveApart(placing, placed, next);
  }
}

/** Puts the chosen columns of every block into months, those with the fewest choices first; what finds no room is taken apart. */
export function placeVisits(placing: Placing, chosen: readonly (readonly number[])[]): Placed[][] {
  const waiting = chosen.flatMap((columns, block) => waitingOf(placing, block, columns));
  waiting.sort((a, b) => a.options.length - b.options.length || a.block - b.block);
  const placed = chosen.map((): Placed[] => []);
  const stuck = new Set<number>();
  for (const each of waiting) {
    const whole = placeWhole(placing, each);
    const parts = whole ? [whole] : placeParts(placing, each);
    if (!parts) stuck.add(each.block);
    for (const part of parts ?? []) placed[each.block]?.push(part.placed);
  }
  for (const block of stuck) leaveApart(placing, placed, block);
  relieve(placing, placed, new Set([...chosen.keys()].filter((block) => !stuck.has(block))));
  return placed;
}
