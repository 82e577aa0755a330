import { type Instance, isDoor, lineAt } from './instance.ts';
import type { MergeLine, PairObstacle } from './model.ts';

/** Matters of one mergeable group go together; an agency's own also within one range of competence, because the same officers can see to both. */
export function areRelated(one: MergeLine, other: MergeLine): boolean {
  return (one.agency === other.agency && one.competence === other.competence) || (one.group !== null && one.group === other.group);
}

const isOrdered = ({ source }: MergeLine) => source !== 'local';

function obstacleOfMatters(one: MergeLine, other: MergeLine): PairObstacle | null {
  if (one.matter === other.matter) return 'sameMatter';
  if (!isDoor(one) || !isDoor(other)) return 'offsite';
  if (one.kind !== other.kind) return 'kind';
  if (!areRelated(one, other)) return 'group';
  return one.targets.kind === other.targets.kind ? null : 'mixedTargets';
}

function obstacleOfTime({ allowed }: Instance, a: number, b: number): boolean {
  return ((allowed[a] ?? 0) & (allowed[b] ?? 0)) === 0;
}

/** What forbids two lines to stand in one joint entry, whether or not their targets meet: the first obstacle. */
export function findEntryObstacle(instance: Instance, a: number, b: number): PairObstacle | null {
  const [one, other] = [lineAt(instance, a), lineAt(instance, b)];
  const { settings, refused } = instance;
  const obstacle = obstacleOfMatters(one, other);
  if (obstacle) return obstacle;
  if (obstacleOfTime(instance, a, b)) return isOrdered(one) || isOrdered(other) ? 'orderedMonths' : 'months';
  if (2 * settings.matterMinutes > settings.visitMinutes) return 'duration';
  if (one.agency !== other.agency && settings.agenciesPerVisit < 2) return 'agencies';
  return refused.some((set) => set.length === 2 && set.includes(a) && set.includes(b)) ? 'refused' : null;
}

/** Obstacles in the order in which people are told of them: that targets do not meet comes before time and size. */
const beforeTargets: readonly (PairObstacle | null)[] = ['sameMatter', 'offsite', 'kind', 'group', 'mixedTargets'];

/** What forbids two lines to share a visit: the first obstacle in the order of `pairObstacles`; null where they may. */
export function findPairObstacle(instance: Instance, a: number, b: number): PairObstacle | null {
  const obstacle = findEntryObstacle(instance, a, b);
  if (beforeTargets.includes(obstacle) && obstacle !== null) return obstacle;
  return instance.shared(a, b) === 0 ? 'targets' : obstacle;
}

/** What forbids these lines, each two of which may go together, to go all together. */
export function findSetObstacle({ lines, allowed, settings, refused }: Instance, set: readonly number[]): PairObstacle | null {
  if (set.reduce((mask, index) => mask & (allowed[index] ?? 0), 0xfff) === 0) return 'months';
  if (set.length * settings.matterMinutes > settings.visitMinutes) return 'duration';
  if (new Set(set.map((index) => lines[index]?.agency)).size > settings.agenciesPerVisit) return 'agencies';
  return refused.some((none) => none.every((index) => set.includes(index))) ? 'refused' : null;
}
