import type { Day } from '#domain/calendar/day.ts';
import type { InspectorRecord } from '../reference/read-registers.ts';
import { shuffled } from './shuffle.ts';
import { known, type Story } from './story.ts';

export type Team = { readonly going: readonly string[]; readonly reserves: readonly string[] };
/** For whom a team is needed: agencies' codes, matters, and the days on which credentials have to be valid. */
export type TeamNeed = {
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly salt: string;
};

function isFit(story: Story, need: TeamNeed, inspector: InspectorRecord): boolean {
  const kind = known(story.agencies, inspector.agencyCode).kind;
  const groups = need.matters
    .map((code) => known(story.matters, code))
    .flatMap((matter) => (matter.agencyKind === kind ? [matter.group] : []));
  const valid = (inspector.validFrom ?? '9999') <= need.fromDay && (inspector.validTo ?? '') >= need.toDay;
  return valid && groups.length > 0 && groups.every((group) => inspector.groups.includes(group));
}

/** The inspectors of each agency who may go, in a drawn order; leaders last, because they approve. */
export function listCandidates(story: Story, need: TeamNeed): InspectorRecord[][] {
  return need.agencies.map((code) => {
    const fit = story.inspectors.filter((inspector) => inspector.agencyCode === code && isFit(story, need, inspector));
    const order = shuffled(fit, need.salt, (inspector) => inspector.credentialNo ?? '');
    return [...order.filter((one) => !one.responsibleLeader), ...order.filter((one) => one.responsibleLeader)];
  });
}

/** Two of each agency for the `turn`-th enterprise, none of them recused; a third of the lead agency in reserve where it has one. Null: too few. */
export function chooseTeam(candidates: readonly InspectorRecord[][], uscc: string, turn: number): Team | null {
  const rows = candidates.map((row) => row.filter((one) => !one.recusedFrom.includes(uscc)).map((one) => one.credentialNo ?? ''));
  if (rows.some((row) => row.length < 2)) return null;
  const pick = (row: readonly string[], place: number) => row[(turn * 2 + place) % row.length] ?? '';
  const reserves = rows.slice(0, 1).flatMap((row) => (row.length > 2 ? [pick(row, 2)] : []));
  return { going: rows.flatMap((row) => [pick(row, 0), pick(row, 1)]), reserves };
}
