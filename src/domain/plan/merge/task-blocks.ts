import type { Block } from './column.ts';
import { findEntryObstacle } from './compatibility.ts';
import { findComponents, findSets } from './find-sets.ts';
import { coverBySets } from './greedy-sets.ts';
import { type Instance, lineAt } from './instance.ts';

/** Columns of one enterprise, and about how many of all enterprises: beyond, only some are looked at, and the bound is a coarser one. */
const [mostOfOne, leastOfOne, mostOfAll] = [8000, 500, 1_500_000];

/** Which listed lines visit each enterprise, enterprises and lines ascending. */
function groupByEnterprise({ lines, listed }: Instance): [number, number[]][] {
  const visitors = new Map<number, number[]>();
  for (const line of listed) {
    const { targets } = lineAt({ lines }, line);
    for (const enterprise of targets.kind === 'listed' ? targets.enterprises : []) {
      const there = visitors.get(enterprise);
      if (there) there.push(line);
      else visitors.set(enterprise, [line]);
    }
  }
  return [...visitors].sort(([a], [b]) => a - b);
}

/** Whether two lines may go together, each pair judged once. */
function rememberFits(instance: Instance): (a: number, b: number) => boolean {
  const known = new Map<number, boolean>();
  const { length } = instance.lines;
  return (a, b) => {
    const key = Math.min(a, b) * length + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const fits = findEntryObstacle(instance, a, b) === null;
    known.set(key, fits);
    return fits;
  };
}

/** Blocks of the listed lines: at each enterprise, the lines that could meet there, and every visit that some of them could share. */
export function buildTaskBlocks(instance: Instance): Block[] {
  const enterprises = groupByEnterprise(instance);
  const limit = Math.min(mostOfOne, Math.max(leastOfOne, Math.floor(mostOfAll / Math.max(1, enterprises.length))));
  const fits = rememberFits(instance);
  const agencyOf = (line: number) => lineAt(instance, line).agency;
  const blockOf = (enterprise: number, members: readonly number[]): Block => {
    const { complete, sets } = findSets(instance, { start: [], candidates: members }, { fits, limit });
    const place = new Map(members.map((line, index) => [line, index]));
    // One by one they can always be visited, however many sets there are.
    const good = complete ? [] : coverBySets(instance, members, fits);
    const all = [...members.map((line) => [line]), ...[...good, ...sets].filter(({ length }) => length > 1)];
    const columns = all.map((set) => ({
      items: set.map((line) => place.get(line) ?? -1),
      ...{ visits: 1, least: 1 },
      turns: new Set(set.map(agencyOf)).size,
    }));
    return { items: members.map((line) => ({ line, enterprise })), columns, complete };
  };
  return enterprises.flatMap(([enterprise, visitors]) => {
    const at = (index: number) => visitors[index] ?? -1;
    const components = findComponents(visitors.length, (a, b) => fits(at(a), at(b)));
    return components.map((component) => blockOf(enterprise, component.map(at)));
  });
}
