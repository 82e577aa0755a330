import { addDays, startOfDay } from '#domain/calendar/local-day.ts';
import type { Fix, RuleId } from '#domain/law/verdict.ts';
import type { EntryFacts, OtherVisitFact } from '../facts.ts';
import { jointVisitOf } from '../joint-visit.ts';
import { neighboursOf } from '../neighbours.ts';
import { besideAgencies } from '../without-filing.ts';
import { isLawful, movedTo } from './lawful.ts';

type OtherFiling = Extract<OtherVisitFact, { type: 'filing' }>;

/** The facts once this filing is joined: at its time, and its agencies no longer are others. */
function joinedWith(facts: EntryFacts, filing: OtherFiling): EntryFacts {
  const otherVisits = facts.otherVisits.filter((other) => other !== filing);
  return movedTo(besideAgencies({ ...facts, otherVisits }, filing.agencies), filing);
}

/** The filings that this visit can be made one with, the earliest first. */
export function proposeJoins(facts: EntryFacts, held: ReadonlySet<RuleId>): Fix[] {
  return neighboursOf(facts)
    .filter((other): other is OtherFiling => other.type === 'filing' && other.kind !== 'case')
    .sort((one, other) => one.start.getTime() - other.start.getTime())
    .filter((filing) => isLawful(joinedWith(facts, filing), held))
    .map(({ filingNo, start, end, agencyName }) => ({ kind: 'join', filingNo, start, end, note: `并入${agencyName}，同次入企` }));
}

/** The joint visit that another agency leads and has yet to file; nothing where this one leads, or none is. */
export function proposeJointVisit(facts: EntryFacts): Fix[] {
  const visit = jointVisitOf(facts);
  if (!visit || visit.lead === facts.lead.code || facts.draw?.servedBy) return [];
  const [start, end] = [startOfDay(visit.fromDay), startOfDay(addDays(visit.toDay, 1))];
  return [{ kind: 'join', filingNo: null, start, end, note: `由${visit.leadName}牵头备案，本单位作为协同单位参加` }];
}
