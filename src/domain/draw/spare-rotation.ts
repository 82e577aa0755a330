import type { PooledOfficer } from './compose-frozen.ts';
import type { FrozenEntry, Subject } from './record.ts';
import { canCover, rangeOf } from './team.ts';

type Team = Pick<FrozenEntry, 'agencies' | 'officers'>;

/** A candidate of an entry (by its place) for which recusals leave no team, and how many they leave. */
export type Barred = { readonly entry: number; readonly id: string; readonly available: number };

/** The pool's inspectors with rotation yielding, the subjects for which it did, and those that cannot be served at all. */
export type SparedRotation = {
  readonly officers: readonly PooledOfficer[];
  readonly spared: readonly string[];
  readonly barred: readonly Barred[];
};

/** Who is kept from a subject, by place among the inspectors. */
type Kept = { readonly recused: Set<number>; readonly visited: Set<number> };

function keepApart(officers: readonly PooledOfficer[]): Map<string, Kept> {
  const named = new Map<string, Kept>();
  const keptOf = (id: string) => {
    const kept = named.get(id) ?? { recused: new Set(), visited: new Set() };
    named.set(id, kept);
    return kept;
  };
  for (const [at, { reason, recused, visitedLast }] of officers.entries()) {
    if (reason !== null) continue;
    for (const id of recused) keptOf(id).recused.add(at);
    for (const id of visitedLast) keptOf(id).visited.add(at);
  }
  return named;
}

type Left = { readonly hasTeam: boolean; readonly available: number };

/** Asks what an entry has left without some inspectors. What each covers is counted once: the question is asked for every named subject. */
function askTeam(team: Team, officers: readonly PooledOfficer[]): (without: Iterable<number>) => Left {
  const range = rangeOf(team);
  const bits = officers.map((officer) => (officer.reason === null ? range.of(officer) : 0));
  const counts = new Map<number, number>();
  for (const each of bits) if (each > 0) counts.set(each, (counts.get(each) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const canAll = canCover(range.all, team.officers, counts.keys());
  return (without) => {
    const gone = new Map<number, number>();
    for (const at of without) gone.set(bits[at] ?? 0, (gone.get(bits[at] ?? 0) ?? 0) + 1);
    gone.delete(0);
    const available = [...gone.values()].reduce((left, count) => left - count, all);
    const left = [...counts].filter(([each, count]) => count > (gone.get(each) ?? 0)).map(([each]) => each);
    const covers = left.length === counts.size ? canAll : canCover(range.all, team.officers, left);
    return { hasTeam: available >= team.officers && covers, available };
  };
}

function drop(officers: readonly PooledOfficer[], spared: ReadonlySet<string>): readonly PooledOfficer[] {
  if (spared.size === 0) return officers;
  return officers.map((officer) => ({ ...officer, visitedLast: officer.visitedLast.filter((id) => !spared.has(id)) }));
}

/**
 * Rotation yields where it would leave no team for a candidate: the candidate is taken out of every `visitedLast`, so that a small agency
 * can be drawn for at all. Recusals never yield: where they leave no team, nobody could serve the candidate if it were drawn, and
 * whoever enters recusals could forbid an outcome. Only subjects that some inspector is kept from are looked at, so a million stays fast.
 */
export function spareRotation(
  teams: readonly Team[],
  { subjects, officers }: { readonly subjects: readonly Pick<Subject, 'id' | 'entries'>[]; readonly officers: readonly PooledOfficer[] },
): SparedRotation {
  const named = keepApart(officers);
  const asks = teams.map((team) => askTeam(team, officers));
  const isPossible = asks.map((ask) => ask([]).hasTeam);
  const spared = new Set<string>();
  const barred: Barred[] = [];
  for (const { id, entries } of subjects) {
    const kept = named.get(id);
    if (!kept) continue;
    for (const entry of entries) {
      const ask = asks[entry];
      // An entry that has no team for anybody is told of otherwise.
      if (!ask || !isPossible[entry] || ask(new Set([...kept.recused, ...kept.visited])).hasTeam) continue;
      const { hasTeam, available } = ask(kept.recused);
      if (hasTeam) spared.add(id);
      else barred.push({ entry, id, available });
    }
  }
  return { officers: drop(officers, spared), spared: [...spared], barred };
}
