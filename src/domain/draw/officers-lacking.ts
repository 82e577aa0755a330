import type { Missing } from './assigning.ts';
import type { AgencyNeed, FrozenEntry, Officer } from './record.ts';
import type { Barred } from './spare-rotation.ts';
import { fewestOfficers } from './team.ts';

type Team = Pick<FrozenEntry, 'entry' | 'agencies' | 'officers'> & { readonly sample: number };

/** What agencies and ranges of competence are called, by code; the code stands where there is no name. */
export type Names = Readonly<Record<string, string>>;

type Given = { readonly officers: readonly Officer[]; readonly targetsPerOfficer: number; readonly names: Names };

/** What an agency lacks whatever is drawn: nobody at all, or nobody for one of its ranges of competence. */
function lackOfAgencies({ entry, agencies }: Team, { officers, names }: Given): string[] {
  return agencies.flatMap(({ agency, groups }) => {
    const own = officers.filter((officer) => officer.agency === agency);
    const name = names[agency] ?? agency;
    if (own.length === 0) return [`${entry}：${name}没有可以参加的执法人员`];
    const uncovered = groups.filter((group) => !own.some((officer) => officer.groups.includes(group)));
    return uncovered.map((group) => `${entry}：${name}没有执法范围含“${names[group] ?? group}”的执法人员`);
  });
}

/** How many of a target's inspectors have to come from some agencies: all of them where no other agency takes part. */
function leastFrom({ agencies, officers }: Team, codes: ReadonlySet<string>): number {
  const within = agencies.filter(({ agency }) => codes.has(agency)).length;
  return within === agencies.length ? officers : within;
}

/** Sets of agencies whose places may run out: each alone, those of each entry, those of all entries; the smaller first. */
function listSets(teams: readonly Team[]): ReadonlySet<string>[] {
  const lists = teams.map(({ agencies }) => agencies.map(({ agency }) => agency));
  const all = lists.flat();
  const sets = [...all.map((agency) => [agency]), ...lists, all].map((codes) => [...new Set(codes)].sort());
  const distinct = new Map(sets.map((codes) => [codes.join(' '), new Set(codes)]));
  return [...distinct.values()].sort((one, other) => one.size - other.size);
}

/** The places that some agencies can fill, against those that the targets of all entries together need of them; null where they do. */
function lackOfPlaces(codes: ReadonlySet<string>, teams: readonly Team[], given: Given): string | null {
  const own = given.officers.filter(({ agency }) => codes.has(agency)).length;
  const asking = teams.filter((team) => leastFrom(team, codes) > 0);
  const entries = asking.map(({ entry }) => entry).join('、');
  const size = Math.max(0, ...asking.map((team) => leastFrom(team, codes)));
  const who = codes.size === 1 ? [...codes].map((code) => given.names[code] ?? code).join('') : '';
  if (own < size) return `${entries}：每户要 ${size} 名${who}执法人员，可以参加的只有 ${own} 名`;
  const needed = asking.reduce((sum, team) => sum + leastFrom(team, codes) * team.sample, 0);
  const places = own * given.targetsPerOfficer;
  const targets = asking.reduce((sum, { sample }) => sum + sample, 0);
  if (needed <= places) return null;
  const together = asking.length > 1 ? '一起抽的 ' : '';
  return `${entries}：${together}${targets} 户要派 ${needed} 人次，${own} 名${who}执法人员每人最多 ${given.targetsPerOfficer} 户，只够 ${places} 人次`;
}

// Where some agencies lack places, those together with others are not told again.
function lackTogether(teams: readonly Team[], given: Given): string[] {
  const lacking: { codes: ReadonlySet<string>; say: string }[] = [];
  for (const codes of listSets(teams)) {
    const isTold = lacking.some((told) => [...told.codes].every((code) => codes.has(code)));
    const say = isTold ? null : lackOfPlaces(codes, teams, given);
    if (say) lacking.push({ codes, say });
  }
  return lacking.map(({ say }) => say);
}

const sayTargets = (targets: readonly string[]) =>
  `${targets.slice(0, 3).join('、')}${targets.length > 3 ? `等 ${targets.length} 家` : ''}`;

/** What a computation found missing: which targets, what they need, what there is. Targets by code, the first three named. */
export function sayMissing({ cause, agencies, targets, needed, available }: Missing, names: Names): string {
  const sayNeed = ({ agency, groups }: AgencyNeed) =>
    `${names[agency] ?? agency}${groups.length > 0 ? `（${groups.map((group) => names[group] ?? group).join('、')}）` : ''}`;
  const who = agencies.map(sayNeed).join('、');
  const where = sayTargets(targets);
  if (cause === 'range') return `${where}：要${who}的 ${needed} 名执法人员，除去回避和轮换，可以派的 ${available} 名凑不齐执法范围`;
  return `${where}：要${who}的 ${needed} 人次，除去回避和轮换，只够 ${available} 人次`;
}

/** Candidates that recusals leave without a team, those with as many left told together. */
export function sayBarred(barred: readonly Barred[], teams: readonly Pick<Team, 'entry' | 'officers'>[]): string[] {
  const kinds = new Map<string, Barred[]>();
  for (const each of barred) {
    const kind = `${each.entry} ${each.available}`;
    const same = kinds.get(kind);
    if (same) same.push(each);
    else kinds.set(kind, [each]);
  }
  return [...kinds.values()].flatMap((same) => {
    const [{ entry, available } = { entry: -1, available: 0 }] = same;
    const team = teams[entry];
    const why = available < (team?.officers ?? 0) ? '人数不够' : '凑不齐单位或执法范围';
    const where = sayTargets(same.map(({ id }) => id));
    return team
      ? [`${team.entry}：${where} 每户要 ${team.officers} 名执法人员，除去回避只剩 ${available} 名，${why}。请核对回避或补足人员`]
      : [];
  });
}

/** How many go to each target: the policy's minimum, one of each agency, and as many as it takes to cover every range of competence. */
export function sizeTeam(team: { agencies: readonly AgencyNeed[]; minimum: number }, officers: readonly Officer[]): number {
  return Math.max(team.minimum, team.agencies.length, fewestOfficers(team, officers) ?? 0);
}

/**
 * What inspectors are missing before anything is drawn, in plain words, for all entries of a draw together; empty where nothing is
 * known to be missing. What recusals and rotation leave together depends on the targets: that is found when the draw is computed.
 */
export function findLackingOfficers(teams: readonly Team[], given: Given): string[] {
  const alone = teams.flatMap((team) => lackOfAgencies(team, given));
  return alone.length > 0 ? alone : lackTogether(teams, given);
}
