import { doorForms } from '#domain/declaration/line.ts';
import type { MonthCapacity } from '../heat.ts';
import type { MergeLine, MergeProblem, MergeSettings } from './model.ts';
import { allowedMonths, type MonthMask, maskOf } from './months.ts';

/** A problem with what is asked of it often worked out once. Lines are known by their position. */
export type Instance = {
  readonly lines: readonly MergeLine[];
  readonly settings: MergeSettings;
  readonly declared: readonly MonthMask[];
  readonly allowed: readonly MonthMask[];
  /** Door lines by kind of targets. */
  readonly pooled: readonly number[];
  readonly listed: readonly number[];
  /** Enterprises that two lines have in common. */
  readonly shared: (a: number, b: number) => number;
  /** Enterprises by the pools that they lie in. */
  readonly members: readonly { readonly of: Uint8Array; readonly size: number }[];
  /** Refused sets of lines, by position. */
  readonly refused: readonly (readonly number[])[];
  readonly capacity: ReadonlyMap<string, readonly number[]>;
  readonly room: readonly MonthCapacity[];
};

export const isDoor = ({ form }: Pick<MergeLine, 'form'>): boolean => doorForms.includes(form);

function countPools({ lines }: MergeProblem): number {
  return lines.reduce((most, { targets }) => (targets.kind === 'pool' ? Math.max(most, targets.pool + 1) : most), 0);
}

/** Sizes of the pools and of what each two of them share. */
function measureOverlaps(problem: MergeProblem): Int32Array[] {
  const { cells } = problem;
  const pools = countPools(problem);
  const sizes = Array.from({ length: pools }, () => new Int32Array(pools));
  for (const { pools: together, size } of cells)
    for (const one of together)
      for (const other of together) if (sizes[one] && other < pools) sizes[one][other] = (sizes[one][other] ?? 0) + size;
  return sizes;
}

/** The number of members that two ascending lists share. */
function countShared(some: readonly number[], others: readonly number[]): number {
  let [i, j, count] = [0, 0, 0];
  while (i < some.length && j < others.length) {
    const order = (some[i] ?? 0) - (others[j] ?? 0);
    if (order === 0) count++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return count;
}

function sharing(problem: MergeProblem): Instance['shared'] {
  const overlaps = measureOverlaps(problem);
  const lists = problem.lines.map(({ targets }) => (targets.kind === 'listed' ? [...targets.enterprises].sort((a, b) => a - b) : []));
  return (a, b) => {
    const [one, other] = [problem.lines[a]?.targets, problem.lines[b]?.targets];
    if (one?.kind === 'pool' && other?.kind === 'pool') return overlaps[one.pool]?.[other.pool] ?? 0;
    return countShared(lists[a] ?? [], lists[b] ?? []);
  };
}

function readCells(problem: MergeProblem): Instance['members'] {
  const pools = countPools(problem);
  return problem.cells.map(({ pools: together, size }) => {
    const of = new Uint8Array(pools);
    for (const pool of together) of[pool] = 1;
    return { of, size };
  });
}

/** Works out what the steps of merging ask of a problem. */
export function prepare(problem: MergeProblem): Instance {
  const { lines, settings } = problem;
  const places = new Map(lines.map(({ id }, index) => [id, index]));
  const door = (kind: string) =>
    lines.flatMap((line, index) => (isDoor(line) && line.targets.kind === kind && line.count > 0 ? [index] : []));
  const refused = problem.refused.map((ids) => ids.map((id) => places.get(id)));
  return {
    ...{ lines, settings, pooled: door('pool'), listed: door('listed'), shared: sharing(problem), members: readCells(problem) },
    declared: lines.map(({ months }) => maskOf(months)),
    allowed: lines.map((line) => allowedMonths(line, settings)),
    refused: refused.filter((set): set is number[] => set.length > 1 && set.every((place) => place !== undefined)),
    room: problem.room,
    capacity: new Map(problem.capacity.map(({ agency, minutes }) => [agency, minutes])),
  };
}

/** The line at a position; a position that does not exist is a bug. */
export function lineAt({ lines }: Pick<Instance, 'lines'>, index: number): MergeLine {
  const line = lines[index];
  if (!line) throw new Error(`no line ${index}`);
  return line;
}
