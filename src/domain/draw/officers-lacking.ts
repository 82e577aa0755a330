import type { Missing } from './assigning.ts';
import type { AgencyNeed, FrozenEntry, Officer } from './record.ts';
import { fewestOfficers } from './team.ts';

type Team = Pick<FrozenEntry, 'entry' | 'agencies' | 'officers'> & { readonly sample: number };

/** What an agency lacks whatever is drawn: nobody at all, or nobody for one of its ranges of competence. */
function lackOfAgencies({ entry, agencies }: Team, officers: readonly Officer[]): string[] {
  return agencies.flatMap(({ agency, groups }) => {
    const own = officers.filter((officer) => officer.agency === agency);
    if (own.length === 0) return [`${entry}：${agency} 没有可以参加的执法人员`];
    const uncovered = groups.filter((group) => !own.some((officer) => officer.groups.includes(group)));
    return uncovered.map((group) => `${entry}：${agency} 没有执法范围含 ${group} 的执法人员`);
  });
}

/** The places that the agencies of an entry can fill, against those that its targets need. */
function lackOfPlaces({ entry, agencies, officers: size, sample }: Team, officers: readonly Officer[], most: number): string[] {
  const codes = new Set(agencies.map(({ agency }) => agency));
  const own = officers.filter((officer) => codes.has(officer.agency)).length;
  if (own < size) return [`${entry}：每户要 ${size} 名执法人员，可以参加的只有 ${own} 名`];
  const [needed, places] = [size * sample, own * most];
  return needed <= places ? [] : [`${entry}：${sample} 户要派 ${needed} 人次，${own} 名执法人员每人最多 ${most} 户，只够 ${places} 人次`];
}

/** What a computation found missing: which targets, what they need, what there is. Targets by code, the first three named. */
export function sayMissing({ cause, agencies, targets, needed, available }: Missing): string {
  const who = agencies.map(({ agency, groups }) => (groups.length > 0 ? `${agency}（${groups.join('、')}）` : agency)).join('、');
  const where = `${targets.slice(0, 3).join('、')}${targets.length > 3 ? `等 ${targets.length} 家` : ''}`;
  if (cause === 'range') return `${where}：要 ${who} 的 ${needed} 名执法人员，除去回避和轮换，可以派的 ${available} 名凑不齐执法范围`;
  return `${where}：要 ${who} 的 ${needed} 人次，除去回避和轮换，只够 ${available} 人次`;
}

/** How many go to each target: the policy's minimum, one of each agency, and as many as it takes to cover every range of competence. */
export function sizeTeam(team: { agencies: readonly AgencyNeed[]; minimum: number }, officers: readonly Officer[]): number {
  return Math.max(team.minimum, team.agencies.length, fewestOfficers(team, officers) ?? 0);
}

/**
 * What inspectors are missing before anything is drawn, in plain words; empty where nothing is known to be missing. Recusals and
 * rotation depend on the targets: those are found when the draw is computed.
 */
export function findLackingOfficers(teams: readonly Team[], given: { officers: readonly Officer[]; targetsPerOfficer: number }): string[] {
  const { officers, targetsPerOfficer } = given;
  return teams.flatMap((team) => [...lackOfAgencies(team, officers), ...lackOfPlaces(team, officers, targetsPerOfficer)]);
}
