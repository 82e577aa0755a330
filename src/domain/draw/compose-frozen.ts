import type { OfficerExclusion, Subject } from './record.ts';
import { drawFormat, type Excluded, type ExclusionReason, type FrozenEntry, type FrozenRecord, type Officer } from './record.ts';
import { splitSample } from './sample.ts';

/** An inspector of a participating agency as the register has it; `reason` keeps it from the candidates. */
export type PooledOfficer = Officer & { readonly reason: OfficerExclusion['reason'] | null };

/** A pool as the database writes it, a line each: «code,weight,entries joined by dots,stratum» and «entry,code,reason». */
export type PoolLines = { readonly subjects: string; readonly excluded: string; readonly officers: readonly PooledOfficer[] };

/** An entry before its pool is known: how many are to be drawn, of all strata together. */
export type EntryHead = Omit<FrozenEntry, 'strata'> & { readonly sample: number };

/** What a record holds beside its pool. */
export type RecordHead = Omit<FrozenRecord, 'format' | 'entries' | 'subjects' | 'excluded' | 'inspectors' | 'inspectorsExcluded'> & {
  readonly entries: readonly EntryHead[];
};

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** One list for each combination of entries, shared by all its subjects: a million go through here. */
function readSubjects(text: string): Subject[] {
  const known = new Map<string, readonly number[]>();
  return linesOf(text).map((line) => {
    const [id = '', weight = '', told = '', ...stratum] = line.split(',');
    const entries = known.get(told) ?? told.split('.').map(Number);
    known.set(told, entries);
    return { id, weight: Number(weight), stratum: stratum.join(','), entries };
  });
}

function readExcluded(text: string): Excluded[] {
  return linesOf(text).map((line) => {
    const [entry = '', id = '', reason = ''] = line.split(',');
    return { entry: Number(entry), id, reason: reason as ExclusionReason };
  });
}

/** How many candidates each entry has in each stratum. */
function countStrata(subjects: readonly Subject[], entries: number): Map<string, number>[] {
  const sizes = Array.from({ length: entries }, () => new Map<string, number>());
  for (const subject of subjects) {
    for (const at of subject.entries) sizes[at]?.set(subject.stratum, (sizes[at].get(subject.stratum) ?? 0) + 1);
  }
  return sizes;
}

/** A pool read from its lines. */
export type Pool = Pick<FrozenRecord, 'subjects' | 'excluded'> & {
  /** For each entry, how many candidates each stratum has. */
  readonly sizes: readonly ReadonlyMap<string, number>[];
  readonly officers: readonly PooledOfficer[];
};

/** Reads the lines of a pool for so many entries. */
export function readPool(lines: PoolLines, entries: number): Pool {
  const subjects = readSubjects(lines.subjects);
  return { subjects, excluded: readExcluded(lines.excluded), sizes: countStrata(subjects, entries), officers: lines.officers };
}

/** How many candidates an entry has. */
export function sizeOf({ sizes }: Pick<Pool, 'sizes'>, entry: number): number {
  return [...(sizes[entry]?.values() ?? [])].reduce((all, size) => all + size, 0);
}

/** The inspectors who can be sent. */
export function officersOf({ officers }: Pick<Pool, 'officers'>): Officer[] {
  const candidates = officers.filter(({ reason }) => reason === null);
  return candidates.map(({ id, agency, groups, recused, visitedLast }) => ({ id, agency, groups, recused, visitedLast }));
}

/** The record to freeze, its sample divided over the strata. Every sample is at most its entry's pool. */
export function composeFrozen({ entries, ...head }: RecordHead, pool: Pool): FrozenRecord {
  return {
    format: drawFormat,
    ...head,
    entries: entries.map(({ sample, ...entry }, at) => ({ ...entry, strata: splitSample(pool.sizes[at] ?? new Map(), sample) })),
    subjects: pool.subjects,
    excluded: pool.excluded,
    inspectors: officersOf(pool),
    inspectorsExcluded: pool.officers.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }])),
  };
}
