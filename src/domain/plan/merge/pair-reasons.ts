import { areRelated, findPairObstacle, findSetObstacle } from './compatibility.ts';
import { type Instance, lineAt } from './instance.ts';
import type { MergeSolution, PairObstacle, PairReason } from './model.ts';
import type { Joint } from './read-plan.ts';

/** Up to so many lines each two are looked at; beyond, only those that share an enterprise or a pool. */
const everyPairUpTo = 700;
const kept = 5000;

export type Pair = { readonly a: number; readonly b: number; readonly shared: number };

function pairsAmong(instance: Instance, lines: readonly number[]): Pair[] {
  return lines.flatMap((a, index) =>
    lines.slice(index + 1).flatMap((b): Pair[] => {
      const shared = instance.shared(a, b);
      return shared > 0 || areRelated(lineAt(instance, a), lineAt(instance, b)) ? [{ a, b, shared }] : [];
    }),
  );
}

function pairsAtEnterprises(instance: Instance): Pair[] {
  const visitors = new Map<number, number[]>();
  instance.lines.forEach(({ targets }, line) => {
    for (const enterprise of targets.kind === 'listed' ? targets.enterprises : [])
      visitors.set(enterprise, [...(visitors.get(enterprise) ?? []), line]);
  });
  const { length } = instance.lines;
  const met = new Map<number, number>();
  for (const there of visitors.values())
    for (const [index, a] of there.entries())
      for (const b of there.slice(index + 1)) met.set(a * length + b, (met.get(a * length + b) ?? 0) + 1);
  return [...met].map(([key, shared]) => ({ a: Math.floor(key / length), b: key % length, shared }));
}

/** Pairs of lines whose targets meet, or that belong to the same agency or group of matters. */
export function listPairs(instance: Instance): Pair[] {
  const all = [...instance.lines.keys()];
  if (all.length <= everyPairUpTo) return pairsAmong(instance, all);
  const pooled = all.filter((line) => lineAt(instance, line).targets.kind === 'pool').slice(0, everyPairUpTo);
  return [...pairsAmong(instance, pooled), ...pairsAtEnterprises(instance)];
}

/** What a plan made of the lines: who goes with whom, and who goes with anybody. */
export type Company = { readonly together: (a: number, b: number) => boolean; readonly isJoined: (line: number) => boolean };

/** Why two lines that could go together do not: their entries would be too large, or better with others, or nobody has time. */
function obstacleOfChoice(
  instance: Instance,
  { a, b }: Pair,
  { jointOf, isJoined }: Company & { jointOf: ReadonlyMap<number, Joint> },
): PairObstacle {
  const [one, other] = [jointOf.get(a)?.lines, jointOf.get(b)?.lines];
  if (!isJoined(a) && !isJoined(b)) return 'capacity';
  return findSetObstacle(instance, [...new Set([...(one ?? [a]), ...(other ?? [b])])]) ?? 'elsewhere';
}

const order = ({ why, shared }: PairReason): number => (why === 'group' || why === 'offsite' ? 1e6 : 0) - shared;

/** For each pair that does not go together the first obstacle, in the order of telling; the most telling ones are kept whole, all are counted. */
export function explainPairs(instance: Instance, joints: readonly Joint[], company: Company): Pick<MergeSolution, 'pairs' | 'pairCounts'> {
  const jointOf = new Map(joints.flatMap((joint) => joint.lines.map((line) => [line, joint] as const)));
  const counts: Partial<Record<PairObstacle, number>> = {};
  const reasons: PairReason[] = [];
  for (const pair of listPairs(instance)) {
    if (company.together(pair.a, pair.b)) continue;
    const why = findPairObstacle(instance, pair.a, pair.b) ?? obstacleOfChoice(instance, pair, { ...company, jointOf });
    counts[why] = (counts[why] ?? 0) + 1;
    reasons.push({ a: lineAt(instance, pair.a).id, b: lineAt(instance, pair.b).id, why, shared: pair.shared });
  }
  return { pairs: reasons.sort((x, y) => order(x) - order(y)).slice(0, kept), pairCounts: counts };
}
