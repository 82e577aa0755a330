import type { Block, Column } from './column.ts';
import { findEntryObstacle } from './compatibility.ts';
import { findComponents, findSets } from './find-sets.ts';
import { type Instance, lineAt } from './instance.ts';
import { countLeast, countVisits } from './union.ts';

/** Columns of one block; beyond it only some are looked at, and the bound is a coarser one. */
const columnLimit = 20000;

const countOf = (instance: Instance, line: number) => lineAt(instance, line).count;

function countTurns(instance: Instance, lines: readonly number[]): number {
  const agencies = [...new Set(lines.map((line) => lineAt(instance, line).agency))];
  const own = (agency: string) => lines.filter((line) => lineAt(instance, line).agency === agency);
  return agencies.reduce((sum, agency) => sum + countVisits(instance, own(agency)), 0);
}

/** Lines that could be drawn inside the sample of an anchor, those that save most first. */
function findFollowers(instance: Instance, anchor: number, members: readonly number[]): number[] {
  const most = countOf(instance, anchor);
  const saved = (line: number) => Math.min(countOf(instance, line), instance.shared(line, anchor));
  return members
    .filter((line) => line !== anchor && countOf(instance, line) <= most)
    .filter((line) => findEntryObstacle(instance, anchor, line) === null && instance.shared(line, anchor) > 0)
    .sort((a, b) => saved(b) - saved(a) || a - b);
}

function columnOf(instance: Instance, members: readonly number[], set: readonly number[]): Column {
  const items = set.map((line) => members.indexOf(line)).sort((a, b) => a - b);
  return { items, visits: countVisits(instance, set), least: countLeast(instance, set), turns: countTurns(instance, set) };
}

function blockOf(instance: Instance, members: readonly number[]): Block {
  const fits = (a: number, b: number) => findEntryObstacle(instance, a, b) === null;
  const sets = new Map<string, number[]>(members.map((line) => [String(line), [line]]));
  let complete = true;
  for (const [turn, anchor] of members.entries()) {
    // What is left is shared by the anchors that are still to come, so that none of them goes empty-handed.
    const limit = Math.max(50, Math.floor((columnLimit - sets.size) / (members.length - turn)) * 4);
    const found = findSets(instance, { start: [anchor], candidates: findFollowers(instance, anchor, members) }, { fits, limit });
    complete &&= found.complete;
    for (const set of found.sets) {
      const sorted = [...set].sort((a, b) => a - b);
      sets.set(sorted.join(), sorted);
    }
  }
  const items = members.map((line) => ({ line, enterprise: null }));
  return { items, columns: [...sets.values()].map((set) => columnOf(instance, members, set)), complete };
}

/** Blocks of the lines that are drawn from pools: groups of them that could be drawn together. */
export function buildPoolBlocks(instance: Instance): Block[] {
  const { pooled } = instance;
  const at = (index: number) => pooled[index] ?? -1;
  const components = findComponents(
    pooled.length,
    (a, b) => findEntryObstacle(instance, at(a), at(b)) === null && instance.shared(at(a), at(b)) > 0,
  );
  return components.map((component) => blockOf(instance, component.map(at)));
}
