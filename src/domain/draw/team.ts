import type { AgencyNeed, FrozenEntry, FrozenRecord, Officer } from './record.ts';

/** One bit for each group of each agency: a team whose bits are all set has somebody of every agency and covers every group. */
export type Range = { readonly all: number; readonly of: (officer: Officer) => number };

/** The most groups that the agencies of one entry may need together. */
export const mostGroups = 30;

/** The bits of an entry's needs, and what an inspector covers of its own agency's. An agency without groups asks for anybody of it. */
export function rangeOf({ agencies }: { agencies: readonly AgencyNeed[] }): Range {
  const wanted = agencies.flatMap(({ agency, groups }) => (groups.length > 0 ? groups : [null]).map((group) => ({ agency, group })));
  const of = ({ agency, groups }: Officer) =>
    wanted.reduce(
      (bits, each, index) => (each.agency === agency && (each.group === null || groups.includes(each.group)) ? bits | (1 << index) : bits),
      0,
    );
  return { all: 2 ** wanted.length - 1, of };
}

/** A candidate for a target: its place in the frozen list of inspectors, and what it covers. */
export type Candidate = { readonly officer: number; readonly bits: number };

/** Who may go to a target, loads apart: of an agency of the entry, in range, neither recused nor there the last time. */
export function candidatesFor({ inspectors }: FrozenRecord, entry: FrozenEntry, target: string): Candidate[] {
  const range = rangeOf(entry);
  return inspectors.flatMap((each, officer) => {
    const bits = range.of(each);
    return bits === 0 || each.recused.includes(target) || each.visitedLast.includes(target) ? [] : [{ officer, bits }];
  });
}

/** Whether so many of these, chosen well, cover what is missing. */
export function canCover(missing: number, members: number, bitsets: Iterable<number>): boolean {
  const kinds = [...new Set(bitsets)];
  let open = new Set([missing]);
  for (let count = 0; count < members && !open.has(0); count++) {
    open = new Set([...open].flatMap((bits) => kinds.map((kind) => bits & ~kind)));
  }
  return open.has(0);
}

/** The smallest team that these inspectors can form for an entry, or null where not even all of them cover its needs. */
export function fewestOfficers(entry: Pick<FrozenEntry, 'agencies'>, inspectors: readonly Officer[]): number | null {
  const range = rangeOf(entry);
  const bitsets = inspectors.map(range.of).filter((bits) => bits > 0);
  const most = Math.min(mostGroups, inspectors.length);
  for (let members = 1; members <= most; members++) if (canCover(range.all, members, bitsets)) return members;
  return null;
}

type Hold = { readonly take: (officer: number) => boolean; readonly giveBack: (officer: number) => void };

/**
 * The first team in lexicographic order of the ranked candidates that has so many members, covers everything, and whose members can all
 * be held; null where there is none. What is found stays held.
 */
export function findTeam(ranked: readonly Candidate[], { members, all }: { members: number; all: number }, hold: Hold): number[] | null {
  const team: number[] = [];
  const covers = (missing: number, places: number, first: number) =>
    canCover(
      missing,
      places,
      ranked.slice(first).map(({ bits }) => bits),
    );
  const search = (first: number, missing: number): boolean => {
    const places = members - team.length;
    if (places === 0) return missing === 0;
    for (let index = first; index + places <= ranked.length && covers(missing, places, index); index++) {
      const { officer = -1, bits = 0 } = ranked[index] ?? {};
      if (!covers(missing & ~bits, places - 1, index + 1) || !hold.take(officer)) continue;
      team.push(officer);
      if (search(index + 1, missing & ~bits)) return true;
      team.pop();
      hold.giveBack(officer);
    }
    return false;
  };
  return search(0, all) ? team : null;
}
