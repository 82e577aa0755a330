import { findSetObstacle } from './compatibility.ts';
import type { Instance } from './instance.ts';

export type SetSearch = {
  /** Whether two lines may stand side by side. */
  readonly fits: (a: number, b: number) => boolean;
  /** More sets than this are not listed. */
  readonly limit: number;
};

/** Lists every set of lines that contains `start` and some of the candidates and that may go together; false when there were too many. */
export function findSets(instance: Instance, lines: { start: readonly number[]; candidates: readonly number[] }, search: SetSearch) {
  const sets: number[][] = [];
  const extend = (set: number[], from: number): boolean => {
    for (let next = from; next < lines.candidates.length; next++) {
      const line = lines.candidates[next] ?? -1;
      if (!set.every((other) => search.fits(other, line))) continue;
      const larger = [...set, line];
      if (findSetObstacle(instance, larger) !== null) continue;
      if (sets.length >= search.limit) return false;
      sets.push(larger);
      if (!extend(larger, next + 1)) return false;
    }
    return true;
  };
  return { complete: extend([...lines.start], 0), sets };
}

/** Divides positions 0…size−1 into groups that are linked, directly or through others; groups and members ascending. */
export function findComponents(size: number, isLinked: (a: number, b: number) => boolean): number[][] {
  const seen = new Array<boolean>(size).fill(false);
  const components: number[][] = [];
  for (let first = 0; first < size; first++) {
    if (seen[first]) continue;
    seen[first] = true;
    const members = [first];
    for (const member of members) {
      for (let other = 0; other < size; other++) {
        if (seen[other] || !isLinked(member, other)) continue;
        seen[other] = true;
        members.push(other);
      }
    }
    components.push(members.sort((a, b) => a - b));
  }
  return components;
}
