import type { FrozenRecord } from './record.ts';
import { compareText } from './write-record.ts';

/** A subject with its key: the smallest of its tickets, hex. */
export type Keyed = { readonly id: string; readonly key: string };

/** Compares subjects by their place in the frozen list: by key, then by id. */
export type Compare = (one: number, other: number) => number;

/** How many reserves a result keeps: the next in order beyond these can be computed again. */
export function reservesOf(sample: number): number {
  return Math.max(10, sample);
}

function sink(heap: number[], from: number, compare: Compare): void {
  const item = heap[from] ?? 0;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child++;
    if (compare(heap[child] ?? 0, item) <= 0) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = item;
}

/** The first `count` of the items in ascending order: what a whole sort would begin with, without sorting the rest. */
export function takeFirst(items: readonly number[], count: number, compare: Compare): number[] {
  if (count * 8 > items.length) return items.toSorted(compare).slice(0, count);
  // A heap whose top is the largest of the smallest found so far.
  const heap = items.slice(0, count).sort((one, other) => compare(other, one));
  if (count === 0) return [];
  for (let index = count; index < items.length; index++) {
    const item = items[index] ?? 0;
    if (compare(item, heap[0] ?? 0) >= 0) continue;
    heap[0] = item;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

/** The places of an entry's candidates in the frozen list, by stratum. */
function candidatesOf({ subjects }: FrozenRecord, entryIndex: number): Map<string, number[]> {
  const strata = new Map<string, number[]>();
  for (const [index, { entries, stratum }] of subjects.entries()) {
    if (!entries.includes(entryIndex)) continue;
    const candidates = strata.get(stratum);
    if (candidates) candidates.push(index);
    else strata.set(stratum, [index]);
  }
  return strata;
}

/** Draws by places: the first of each stratum, together in ascending order; then so many of those not drawn, in order. */
export function pickTargets(
  frozen: FrozenRecord,
  entryIndex: number,
  by: { readonly compare: Compare; readonly reserves?: number },
): { drawn: number[]; reserves: number[] } {
  const { compare } = by;
  const strata = candidatesOf(frozen, entryIndex);
  const samples = frozen.entries[entryIndex]?.strata ?? [];
  const drawn = samples.flatMap(({ stratum, sample }) => takeFirst(strata.get(stratum) ?? [], sample, compare)).sort(compare);
  const wanted = by.reserves ?? reservesOf(drawn.length);
  const isDrawn = new Set(drawn);
  // Each stratum's own next are enough to find the next of all.
  const next = samples.flatMap(({ stratum, sample }) => takeFirst(strata.get(stratum) ?? [], sample + wanted, compare));
  const rest = next.filter((index) => !isDrawn.has(index)).sort(compare);
  return { drawn, reserves: rest.slice(0, wanted) };
}

function compareKeyed(frozen: FrozenRecord, keys: ReadonlyMap<string, string>): { at: (index: number) => Keyed; compare: Compare } {
  const all = frozen.subjects.map(({ id }) => ({ id, key: keys.get(id) ?? '' }));
  const at = (index: number) => all[index] ?? { id: '', key: '' };
  return { at, compare: (one, other) => compareText(at(one).key, at(other).key) || compareText(at(one).id, at(other).id) };
}

/** The targets of an entry in order, and the next in order as far as a result keeps them. `keys`: the key of every candidate by id. */
export function drawTargets(
  frozen: FrozenRecord,
  entryIndex: number,
  keys: ReadonlyMap<string, string>,
): { drawn: Keyed[]; reserves: Keyed[] } {
  const { at, compare } = compareKeyed(frozen, keys);
  const { drawn, reserves } = pickTargets(frozen, entryIndex, { compare });
  return { drawn: drawn.map(at), reserves: reserves.map(at) };
}
