import type { MergeLine, MergeProblem } from './model.ts';

/** A line that goes with every other of its kind, but for what `change` makes of it: 10 of the first pool in May, on its agency's own initiative. */
export function lineWith(id: string, change: Partial<MergeLine> = {}): MergeLine {
  return {
    ...{
      id,
      agency: `agency-${id}`,
      agencyName: `单位${id}`,
      matter: `matter-${id}`,
      title: `事项${id}`,
      kind: 'annual',
      group: 'g-safety',
      competence: 'industry',
    },
    ...{ seasonal: false, source: 'local', months: [5], form: 'onsite', count: 10, targets: { kind: 'pool', pool: 0 } },
    stated: change.count ?? 10,
    ...change,
  };
}

/** A line of listed enterprises. */
export function listWith(id: string, enterprises: readonly number[], change: Partial<MergeLine> = {}): MergeLine {
  return lineWith(id, { targets: { kind: 'listed', enterprises }, count: enterprises.length, ...change });
}

/** A problem of these lines: one pool of a hundred enterprises, and time without end. */
export function problemOf(lines: readonly MergeLine[], change: Partial<MergeProblem> = {}): MergeProblem {
  return {
    ...{ lines, cells: [{ pools: [0], size: 100 }], capacity: [], room: [], refused: [] },
    settings: { movableMonths: 6, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 480 },
    ...change,
  };
}
