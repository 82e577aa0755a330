import { writeCanonical } from '#domain/record/canonical.ts';
import type { DrawResult, Excluded, FrozenEntry, FrozenRecord, Officer, Subject } from './record.ts';

/** The order of text in every list of the record: by UTF-16 code units, as RFC 8785 sorts names; for codes that is the order of bytes. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sortBy<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): readonly Item[] {
  for (let index = 1; index < items.length; index++) {
    const [before, after] = [items[index - 1], items[index]] as [Item, Item];
    if (compare(before, after) > 0) return items.toSorted(compare);
  }
  return items;
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compareText);

function sortEntry({ agencies: [lead, ...others], strata, ...entry }: FrozenEntry): FrozenEntry {
  const agencies = lead ? [lead, ...others.toSorted((one, other) => compareText(one.agency, other.agency))] : [];
  return {
    ...entry,
    agencies: agencies.map(({ agency, groups }) => ({ agency, groups: sorted(groups) })),
    strata: strata.toSorted((one, other) => compareText(one.stratum, other.stratum)),
  };
}

// Names in their sorted order, so that the engine's own JSON is already canonical: a million go through here.
function sortSubject({ entries, id, stratum, weight }: Subject, moved: readonly number[]): Subject {
  const [only] = entries;
  const places = entries.length === 1 && only !== undefined ? [moved[only] ?? -1] : [...new Set(entries.map((at) => moved[at] ?? -1))];
  return { entries: places.length > 1 ? places.sort((one, other) => one - other) : places, id, stratum, weight };
}

const compareIds = (one: { id: string }, other: { id: string }) => compareText(one.id, other.id);
const compareExcluded = (one: Excluded, other: Excluded) =>
  one.entry - other.entry || compareIds(one, other) || compareText(one.reason, other.reason);
const sortOfficer = ({ groups, recused, visitedLast, ...officer }: Officer): Officer => ({
  ...officer,
  groups: sorted(groups),
  recused: sorted(recused),
  visitedLast: sorted(visitedLast),
});

/** The record with every list in the order of the format; entries come by their number, and what points at them is pointed anew. */
export function sortFrozen(record: FrozenRecord): FrozenRecord {
  const entries = record.entries.toSorted((one, other) => compareText(one.entry, other.entry));
  const moved = record.entries.map((entry) => entries.indexOf(entry));
  return {
    ...record,
    entries: entries.map(sortEntry),
    subjects: sortBy(record.subjects, compareIds).map((subject) => sortSubject(subject, moved)),
    excluded: sortBy(
      record.excluded.map(({ entry, id, reason }) => ({ entry: moved[entry] ?? -1, id, reason })),
      compareExcluded,
    ),
    inspectors: record.inspectors.toSorted(compareIds).map(sortOfficer),
    inspectorsExcluded: record.inspectorsExcluded.toSorted((one, other) => compareIds(one, other) || compareText(one.reason, other.reason)),
  };
}

// A million go through here: their names were put in order above, so the engine's own JSON is canonical.
function writeLong(list: readonly object[]): string {
  const text = JSON.stringify(list);
  if (!text.isWellFormed() || /\\ud[89a-f]/.test(text)) throw new RangeError('half a surrogate pair has no canonical form');
  return text;
}

/** The bytes (as text) whose SHA-256 is the pool hash: the same whatever order the lists were read in. */
export function writeFrozen(record: FrozenRecord): string {
  const { subjects, excluded, ...rest } = sortFrozen(record);
  const long: Readonly<Record<string, string>> = { subjects: writeLong(subjects), excluded: writeLong(excluded) };
  const members: [string, unknown][] = [...Object.entries(rest), ['subjects', subjects], ['excluded', excluded]];
  const texts = members
    .sort(([one], [other]) => compareText(one, other))
    .map(([name, value]) => `${JSON.stringify(name)}:${long[name] ?? writeCanonical(value)}`);
  return `{${texts.join(',')}}`;
}

/** The bytes (as text) whose SHA-256 is the result hash. Its lists have an order that means something, so none is sorted. */
export function writeResult(result: DrawResult): string {
  return writeCanonical(result);
}
