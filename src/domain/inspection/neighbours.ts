import type { Day } from '#domain/calendar/day.ts';
import type { EntryFacts, OtherVisitFact } from './facts.ts';
import { computeGap, firstDay, lastDay, participatingCodes, todayOf } from './visit-days.ts';

function spanOf(other: OtherVisitFact): readonly [Day, Day] {
  return other.type === 'filing' ? [firstDay(other), lastDay(other)] : [other.fromDay, other.toDay];
}

/** A filing whose window is over and an entry whose period is over no longer ask to be joined. */
function isStillToCome(facts: EntryFacts, other: OtherVisitFact): boolean {
  return other.type === 'filing' ? other.end > facts.now : other.toDay >= todayOf(facts);
}

/** A due entry is discharged by this visit when all its agencies take part; a filing stands beside it until it is given up. */
function isDischarged(facts: EntryFacts, other: OtherVisitFact): boolean {
  const codes = participatingCodes(facts);
  return other.type === 'dueEntry' && other.agencies.every((agency) => codes.includes(agency));
}

/** Other agencies' visits that lie within the joint window of this one and should be made one with it. */
export function neighboursOf(facts: EntryFacts): OtherVisitFact[] {
  const { windowDays } = facts.policy.values.joint.value;
  const own: readonly [Day, Day] = [firstDay(facts.visit), lastDay(facts.visit)];
  return facts.otherVisits.filter(
    (other) => computeGap(own, spanOf(other)) <= windowDays && isStillToCome(facts, other) && !isDischarged(facts, other),
  );
}
