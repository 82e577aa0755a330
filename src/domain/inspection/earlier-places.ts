import type { EntryFacts, PlanEntryFact } from './facts.ts';

/** Places that earlier visits of the same batch took: of each entry, by its number, the months in which they lie. */
export type EarlierPlaces = ReadonlyMap<string, readonly number[]>;

function without(entry: PlanEntryFact, months: readonly number[]): PlanEntryFact {
  const taken = (month: number) => months.filter((one) => one === month).length;
  return {
    ...entry,
    used: entry.used + months.length,
    months: entry.months.map((one) => ({ ...one, used: one.used + taken(one.month) })),
  };
}

/**
 * The facts as they stand once the earlier visits are filed. Visits to other enterprises share nothing with this one but the places of the
 * plan's entry, so that many can be read at once and still be judged one after the other.
 */
export function afterEarlier(facts: EntryFacts, earlier: EarlierPlaces): EntryFacts {
  const months = facts.planEntry && earlier.get(facts.planEntry.no);
  return facts.planEntry && months ? { ...facts, planEntry: without(facts.planEntry, months) } : facts;
}
