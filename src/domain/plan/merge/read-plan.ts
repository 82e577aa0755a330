import { entryMonths, type Option } from './column.ts';
import { findSetObstacle } from './compatibility.ts';
import { type Instance, lineAt } from './instance.ts';
import type { Placed } from './ledger.ts';
import type { MonthMask } from './months.ts';
import { countVisits } from './union.ts';

/** Lines that become one joint entry, ascending, in these months. */
export type Joint = {
  readonly lines: readonly number[];
  readonly months: MonthMask;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
};

const countOf = (instance: Instance, line: number) => lineAt(instance, line).count;
const sumOf = (instance: Instance, lines: readonly number[]) => lines.reduce((sum, line) => sum + countOf(instance, line), 0);

/** The enterprises on any of these lists. */
function countListed(instance: Instance, lines: readonly number[]): number {
  const all = new Set<number>();
  for (const line of lines) {
    const { targets } = lineAt(instance, line);
    if (targets.kind === 'listed') for (const enterprise of targets.enterprises) all.add(enterprise);
  }
  return all.size;
}

function jointsOfPools(instance: Instance, placed: readonly Placed[]): Joint[] {
  const together = placed.filter(({ items }) => items.length > 1 && items[0]?.enterprise === null);
  return together.map(({ items, months }) => {
    const lines = items.map(({ line }) => line).sort((a, b) => a - b);
    const bound = Math.max(...lines.map((line) => countOf(instance, line)));
    return { lines, months, before: sumOf(instance, lines), after: countVisits(instance, lines), bound };
  });
}

/** The visits that each line takes part in. */
function indexVisits(placed: readonly Placed[]): Map<number, number[]> {
  const visits = new Map<number, number[]>();
  for (const [visit, { items }] of placed.entries()) {
    for (const { line } of items) {
      const known = visits.get(line);
      if (known) known.push(visit);
      else visits.set(line, [visit]);
    }
  }
  return visits;
}

/** Of the months that move the lines least, those in which most of their visits are planned. */
function pickPlanned(options: readonly Option[], planned: readonly MonthMask[]): Option | undefined {
  const near = options.filter(({ moved }) => moved === options[0]?.moved);
  const held = ({ months }: Option) => planned.filter((visit) => (visit & months) !== 0).length;
  return near.reduce<Option | undefined>((best, option) => (best && held(best) >= held(option) ? best : option), undefined);
}

/** Sets of listed lines that meet at some enterprise in this plan, those first that save most. */
function findMeetings(instance: Instance, placed: readonly Placed[]): Joint[] {
  const sets = new Map<string, { lines: number[]; planned: MonthMask[] }>();
  const visitsOf = indexVisits(placed);
  for (const { items, months } of placed) {
    if (items.length < 2 || items[0]?.enterprise === null) continue;
    const lines = items.map(({ line }) => line).sort((a, b) => a - b);
    const known = sets.get(lines.join());
    if (known) known.planned.push(months);
    else sets.set(lines.join(), { lines, planned: [months] });
  }
  const joints = [...sets.values()].flatMap(({ lines, planned }): Joint[] => {
    const after = new Set(lines.flatMap((line) => visitsOf.get(line) ?? [])).size;
    const option = pickPlanned(entryMonths(instance, lines), planned);
    if (!option || findSetObstacle(instance, lines) !== null) return [];
    return [{ lines, months: option.months, before: sumOf(instance, lines), after, bound: countListed(instance, lines) }];
  });
  const saved = ({ before, after }: Joint) => before - after;
  return joints.sort((a, b) => saved(b) - saved(a) || a.lines.length - b.lines.length || (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}

/** A line stands in one entry only: of sets that share lines, the one that saves most. */
function jointsOfLists(instance: Instance, placed: readonly Placed[]): Joint[] {
  const taken = new Set<number>();
  return findMeetings(instance, placed).filter(({ lines }) => {
    if (lines.some((line) => taken.has(line))) return false;
    for (const line of lines) taken.add(line);
    return true;
  });
}

/** The joint entries that a plan proposes, those that save most first. */
export function readJoints(instance: Instance, plan: readonly (readonly Placed[])[]): Joint[] {
  const placed = plan.flat();
  const joints = [...jointsOfPools(instance, placed), ...jointsOfLists(instance, placed)];
  return joints
    .filter(({ before, after }) => after < before)
    .sort((a, b) => b.before - b.after - (a.before - a.after) || (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}
