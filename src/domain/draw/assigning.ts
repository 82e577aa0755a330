import type { AgencyNeed, FrozenRecord } from './record.ts';
import { type Candidate, candidatesFor } from './team.ts';

/** A target of an entry (by its place in the record) that is to be given its inspectors. */
export type Task = { readonly entry: number; readonly target: string };

/**
 * What lacks: `range`: for these targets alone no team covers the ranges; `places`: together they need more places than the inspectors
 * of these agencies and ranges have left, each at most `targetsPerOfficer`.
 */
export type Missing = {
  readonly cause: 'range' | 'places';
  readonly agencies: readonly AgencyNeed[];
  readonly targets: readonly string[];
  readonly needed: number;
  readonly available: number;
};

export type Assignment =
  | { readonly kind: 'assigned'; readonly teams: readonly (readonly string[])[]; readonly given: ReadonlyMap<string, number> }
  | { readonly kind: 'infeasible'; readonly missing: readonly Missing[] };

export type Assigning = {
  readonly frozen: FrozenRecord;
  /** In order: the targets of the first entry, then those of the next. */
  readonly tasks: readonly Task[];
  /** How many targets each inspector already has; none where it does not stand here. */
  readonly given: ReadonlyMap<string, number>;
  /** HMAC(S, officerMessage(target, officer)), hex. */
  readonly rankOf: (target: string, officer: string) => string;
};

/** The candidates of each task, loads apart, and the places that each inspector has left. */
export type Prepared = { readonly candidates: readonly (readonly Candidate[])[]; readonly places: readonly number[] };

/** Finds the candidates of each task. */
export function prepareTasks({ frozen, tasks, given }: Omit<Assigning, 'rankOf'>): Prepared {
  const candidates = tasks.map(({ entry, target }) => {
    const of = frozen.entries[entry];
    return of ? candidatesFor(frozen, of, target) : [];
  });
  return { candidates, places: frozen.inspectors.map(({ id }) => Math.max(0, frozen.targetsPerOfficer - (given.get(id) ?? 0))) };
}
