import { findSetObstacle } from './compatibility.ts';
import { type Instance, lineAt } from './instance.ts';
import { monthsIn } from './months.ts';

type Fits = (a: number, b: number) => boolean;

/** Adds one line after another as long as all may go together. */
function grow(instance: Instance, candidates: readonly number[], fits: Fits): number[] {
  const set: number[] = [];
  for (const line of candidates)
    if (set.every((other) => fits(other, line)) && findSetObstacle(instance, [...set, line]) === null) set.push(line);
  return set;
}

/** Lines of one group first, and of those the agencies with most lines: few agencies fit into one visit. */
function order(instance: Instance, lines: readonly number[], group: string | null): number[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { agency } = lineAt(instance, line);
    counts.set(agency, (counts.get(agency) ?? 0) + 1);
  }
  const isOther = (line: number) => Number(lineAt(instance, line).group !== group);
  const weight = (line: number) => counts.get(lineAt(instance, line).agency) ?? 0;
  return [...lines].sort(
    (a, b) =>
      isOther(a) - isOther(b) ||
      weight(b) - weight(a) ||
      lineAt(instance, a).agency.localeCompare(lineAt(instance, b).agency, 'en') ||
      a - b,
  );
}

/** The largest set that some month and group of matters makes out of these lines. */
function findLargest(instance: Instance, lines: readonly number[], fits: Fits): number[] {
  let best: number[] = [];
  for (const month of monthsIn(0xfff)) {
    const open = lines.filter((line) => (instance.allowed[line] ?? 0) & (1 << (month - 1)));
    for (const group of new Set(open.map((line) => lineAt(instance, line).group))) {
      const set = grow(instance, order(instance, open, group), fits);
      if (set.length > best.length) best = set;
    }
  }
  return best;
}

/** A good way to visit these lines where there are too many to look at every set: the largest visit first, then the largest of what is left. */
export function coverBySets(instance: Instance, lines: readonly number[], fits: Fits): number[][] {
  const sets: number[][] = [];
  let left = [...lines];
  while (left.length > 0) {
    const largest = findLargest(instance, left, fits);
    const set = largest.length > 0 ? largest : left.slice(0, 1);
    sets.push([...set].sort((a, b) => a - b));
    left = left.filter((line) => !set.includes(line));
  }
  return sets;
}
