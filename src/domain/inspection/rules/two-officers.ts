import { cite } from '#domain/law/cite.ts';
import type { Citation } from '#domain/law/citation.ts';
import type { Policy } from '#domain/law/policy.ts';
import { minimumOfficers, statuteValueOn } from '#domain/law/statute.ts';
import type { FactsUsed, Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts, InspectorFact } from '../facts.ts';
import { faultOfInspector, uncoveredMatters } from '../inspector-fitness.ts';
import { firstDay, participatingCodes } from '../visit-days.ts';
import { sayAgency, sayInspector, sayMatter } from '../words.ts';

const statuteBasis = cite('penaltyLaw', '第四十二条、第四十三条、第五十五条');

/** How many inspectors a visit needs: the policy's number, never below the floor of the statute. */
export function computeMinimumOfficers(facts: EntryFacts): { readonly count: number; readonly basis: Citation } {
  const { value, basis } = facts.policy.values.minimumInspectors;
  const floor = statuteValueOn(minimumOfficers, firstDay(facts.visit));
  return value > floor.value ? { count: value, basis } : { count: floor.value, basis: floor.basis };
}

function distinct(inspectors: readonly InspectorFact[]): InspectorFact[] {
  return [...new Map(inspectors.map((inspector) => [inspector.credentialNo, inspector])).values()];
}

function sayFaults(facts: EntryFacts, listed: readonly InspectorFact[]): Record<string, string> {
  const rows = listed.map((inspector) => {
    const key = inspector.register ? `${sayInspector(inspector)}（${inspector.credentialNo}）` : inspector.credentialNo;
    return [key, faultOfInspector(facts, inspector) ?? `符合，${sayAgency(facts, inspector.register?.agencyCode ?? '')}`] as const;
  });
  return Object.fromEntries(rows);
}

/** Everything that is wrong with the people listed, one phrase each. */
function problemsOf(facts: EntryFacts, listed: readonly InspectorFact[], minimum: number): string[] {
  const fit = listed.filter((inspector) => faultOfInspector(facts, inspector) === null);
  const unfit = listed.flatMap((inspector) => {
    const fault = faultOfInspector(facts, inspector);
    return fault === null ? [] : [`${sayInspector(inspector)}${fault}`];
  });
  const present = new Set(fit.map((inspector) => inspector.register?.agencyCode));
  const absent = participatingCodes(facts).filter((code) => !present.has(code));
  return [
    ...(fit.length < minimum ? [`符合条件的执法人员 ${fit.length} 名，不足 ${minimum} 名`] : []),
    ...unfit,
    ...(fit.length > 0 ? absent.map((code) => `${sayAgency(facts, code)}没有符合条件的执法人员`) : []),
    ...(fit.length > 0 ? uncoveredMatters(facts, fit).map((matter) => `没有人可以检查${sayMatter(matter)}`) : []),
  ];
}

function titleOf(problems: readonly string[], fit: number, minimum: number): string {
  if (fit < minimum) return `执法人员不足 ${minimum} 名`;
  return problems.length === 1 ? (problems[0] ?? '') : '执法人员不符合条件';
}

/** Enough inspectors of the participating agencies, every one of them fit, every matter and every agency represented. */
export function judgeTwoOfficers(facts: EntryFacts): Finding {
  const listed = distinct(facts.inspectors);
  const { count: minimum, basis } = computeMinimumOfficers(facts);
  const finding = findingsOf('two-officers', basis);
  const fit = listed.filter((inspector) => faultOfInspector(facts, inspector) === null).length;
  const used: FactsUsed = { 符合条件: `${fit} 名，至少 ${minimum} 名`, ...sayFaults(facts, listed) };
  const problems = problemsOf(facts, listed, minimum);
  if (problems.length === 0) {
    return finding('allowed', { title: `${fit} 人，证件有效，无回避`, say: '执法人员足数，证件每天有效，在执法范围内，无须回避。', facts: used });
  }
  return finding('forbidden', { title: titleOf(problems, fit, minimum), say: `${problems.join('；')}。`, facts: used });
}

function sayMinimum(policy: Policy): number {
  const floor = minimumOfficers.at(-1)?.value ?? 2;
  return Math.max(policy.values.minimumInspectors.value, floor);
}

export const twoOfficers: EntryRule = {
  id: 'two-officers',
  title: '两名执法人员',
  applies: () => '全部',
  value: (policy) => `${sayMinimum(policy)} 人`,
  sentence: (policy) => `参检单位至少 ${sayMinimum(policy)} 名执法人员，证件每天有效，在执法范围内，无须回避；每个单位至少一名。`,
  basis: () => statuteBasis,
  judge: judgeTwoOfficers,
};
