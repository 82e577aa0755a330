import { type Instance, lineAt } from './instance.ts';

/** Enterprises that serve exactly these lines (bits over a set of lines), and how many there are. */
type Part = { readonly serves: number; readonly size: number };

function partsOf({ lines, members }: Instance, set: readonly number[]): Part[] {
  const pools = set.map((line) => {
    const { targets } = lineAt({ lines }, line);
    return targets.kind === 'pool' ? targets.pool : -1;
  });
  const sizes = new Map<number, number>();
  for (const { of, size } of members) {
    const serves = pools.reduce((mask, pool, index) => (of[pool] ? mask | (1 << index) : mask), 0);
    if (serves > 0) sizes.set(serves, (sizes.get(serves) ?? 0) + size);
  }
  return [...sizes].map(([serves, size]) => ({ serves, size })).sort((a, b) => a.serves - b.serves);
}

const bits = (mask: number): number[] => Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => mask & (1 << bit));

/**
 * Enterprises that are enough for all these samples: those that serve most lines are taken first. A sample larger than its pool
 * keeps what cannot be placed as visits of its own, as it counts when it stands alone.
 */
export function countVisits(instance: Instance, set: readonly number[]): number {
  const wanted = set.map((line) => lineAt(instance, line).count);
  const left = partsOf(instance, set).map((part) => ({ ...part }));
  let visits = 0;
  for (;;) {
    let best = { gain: 0, take: 0, part: -1 };
    for (const [index, { serves, size }] of left.entries()) {
      const open = bits(serves).filter((line) => (wanted[line] ?? 0) > 0);
      if (size === 0 || open.length <= best.gain) continue;
      best = { gain: open.length, take: Math.min(size, ...open.map((line) => wanted[line] ?? 0)), part: index };
    }
    const part = left[best.part];
    if (!part) break;
    visits += best.take;
    left[best.part] = { ...part, size: part.size - best.take };
    for (const line of bits(part.serves)) wanted[line] = Math.max(0, (wanted[line] ?? 0) - best.take);
  }
  return visits + wanted.reduce((sum, rest) => sum + rest, 0);
}

/** What any two samples need together; less is never enough. */
function countPair(instance: Instance, a: number, b: number): number {
  const [one, other] = [lineAt(instance, a).count, lineAt(instance, b).count];
  return one + other - Math.min(one, other, instance.shared(a, b));
}

/** A number of enterprises below which these samples cannot be had, whatever is chosen. */
export function countLeast(instance: Instance, set: readonly number[]): number {
  const counts = set.map((line) => lineAt(instance, line).count);
  const pairs = set.flatMap((a, index) => set.slice(index + 1).map((b) => countPair(instance, a, b)));
  const apart: number[] = [];
  for (const line of [...set].sort((a, b) => lineAt(instance, b).count - lineAt(instance, a).count || a - b))
    if (apart.every((other) => instance.shared(line, other) === 0)) apart.push(line);
  const disjoint = apart.reduce((sum, line) => sum + lineAt(instance, line).count, 0);
  return Math.max(disjoint, ...counts, ...pairs);
}
