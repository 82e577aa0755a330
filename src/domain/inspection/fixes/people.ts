import type { Fix } from '#domain/law/verdict.ts';
import type { EntryFacts, FixOptions, InspectorFact } from '../facts.ts';
import { faultOfInspector, uncoveredMatters } from '../inspector-fitness.ts';
import { judgeDrawn } from '../rules/drawn.ts';
import { computeMinimumOfficers } from '../rules/two-officers.ts';
import { participatingCodes } from '../visit-days.ts';
import { sayAgency, sayInspector } from '../words.ts';

const wanted = 3;

/** What the people listed still lack. */
function lacksOf(facts: EntryFacts) {
  const fit = facts.inspectors.filter((inspector) => faultOfInspector(facts, inspector) === null);
  const present = new Set(fit.map((inspector) => inspector.register?.agencyCode));
  return {
    people: new Set(fit.map((inspector) => inspector.credentialNo)).size < computeMinimumOfficers(facts).count,
    agencies: participatingCodes(facts).filter((code) => !present.has(code)),
    groups: uncoveredMatters(facts, fit).map((matter) => matter.catalogue?.group ?? ''),
  };
}

/** Whether the draw lets this person come along; where the draw itself is the fault, nobody is ruled out. */
function isDrawable(facts: EntryFacts, candidate: InspectorFact): boolean {
  if (judgeDrawn({ ...facts, inspectors: [] }).outcome === 'forbidden') return true;
  return judgeDrawn({ ...facts, inspectors: [candidate] }).outcome !== 'forbidden';
}

/** Up to three people who could stand in, those first who mend most. */
export function proposeInspectors(facts: EntryFacts, options: FixOptions): Fix[] {
  const lacks = lacksOf(facts);
  if (!lacks.people && lacks.agencies.length === 0 && lacks.groups.length === 0) return [];
  const listed = new Set(facts.inspectors.map((inspector) => inspector.credentialNo));
  const order = facts.draw?.inspectors ?? [];
  const useOf = ({ register }: InspectorFact) =>
    (lacks.agencies.includes(register?.agencyCode ?? '') ? 2 : 0) + lacks.groups.filter((group) => register?.groups.includes(group)).length;
  const rankOf = ({ credentialNo }: InspectorFact) => (order.includes(credentialNo) ? order.indexOf(credentialNo) : order.length);
  return options.inspectors
    .filter((each) => !listed.has(each.credentialNo) && faultOfInspector(facts, each) === null && isDrawable(facts, each))
    .filter((each) => lacks.people || useOf(each) > 0)
    .sort((one, other) => useOf(other) - useOf(one) || rankOf(one) - rankOf(other) || (one.credentialNo < other.credentialNo ? -1 : 1))
    .slice(0, wanted)
    .map((each) => ({ kind: 'inspector', credentialNo: each.credentialNo, note: sayCandidate(facts, each) }));
}

function sayCandidate(facts: EntryFacts, candidate: InspectorFact): string {
  const { register } = candidate;
  return `${sayInspector(candidate)}，${sayAgency(facts, register?.agencyCode ?? '')}，执法证有效至 ${register?.validTo ?? ''}`;
}
