import type { Block } from './column.ts';
import { findEntryObstacle } from './compatibility.ts';
import { type Instance, lineAt } from './instance.ts';

/**
 * Visits that no merging of a block can go below, for blocks too large to be solved: lines no two of which may meet need their visits
 * one after another, and a visit holds only so many matters.
 */
export function boundBlock(instance: Instance, { items }: Block): number {
  const { matterMinutes, visitMinutes } = instance.settings;
  const isListed = items[0]?.enterprise !== null;
  const visitsOf = (line: number) => (isListed ? 1 : lineAt(instance, line).count);
  const lines = items.map(({ line }) => line).sort((a, b) => visitsOf(b) - visitsOf(a) || a - b);
  const apart: number[] = [];
  const canMeet = (a: number, b: number) => findEntryObstacle(instance, a, b) === null && (isListed || instance.shared(a, b) > 0);
  for (const line of lines) if (!apart.some((other) => canMeet(line, other))) apart.push(line);
  const separate = apart.reduce((sum, line) => sum + visitsOf(line), 0);
  const perVisit = Math.max(1, Math.floor(visitMinutes / matterMinutes));
  return isListed ? Math.max(separate, Math.ceil(items.length / perVisit)) : separate;
}
