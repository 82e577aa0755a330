import type { EntryFacts, JointPartFact, JointVisitFact } from './facts.ts';
import { participatingCodes } from './visit-days.ts';

/** The joint visit that binds this visit: that of the outcome it would rest on. Only planned visits rest on one. */
export function jointVisitOf({ policy, visit, jointVisit }: EntryFacts): JointVisitFact | null {
  return policy.values.plannedKinds.value.includes(visit.kind) ? jointVisit : null;
}

/** The outcomes that the visit uses: all of the joint visit for its lead, none for anybody else. */
export function jointPartsOf(facts: EntryFacts): readonly JointPartFact[] {
  const joined = jointVisitOf(facts);
  return joined?.lead === facts.lead.code ? joined.parts : [];
}

/** The joined entries beside the one that the visit names. */
export function joinedEntries(facts: EntryFacts): JointPartFact['entry'][] {
  return jointPartsOf(facts).flatMap(({ entry }) => (entry.no === facts.planEntry?.no ? [] : [entry]));
}

/** The parts of which not every agency comes along. */
export function missingParts(facts: EntryFacts): JointPartFact[] {
  const codes = participatingCodes(facts);
  return jointPartsOf(facts).filter(({ entry }) => !entry.agencies.every((agency) => codes.includes(agency)));
}
