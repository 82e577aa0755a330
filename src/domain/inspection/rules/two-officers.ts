import type { Citation } from '#domain/law/citation.ts';
import { cite } from '#domain/law/cite.ts';
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

type Checked = { readonly inspector: InspectorFact; readonly fault: string | null };

/** Each person once, with what keeps them from this visit. */
function checkListed(facts: EntryFacts): Checked[] {
  const distinct = new Map(facts.inspectors.map((inspector) => [inspector.credentialNo, inspector]));
  return [...distinct.values()].map((inspector) => ({ inspector, fault: faultOfInspector(facts, inspector) }));
}

function sayChecked(facts: EntryFacts, checked: readonly Checked[]): FactsUsed {
  const rows = checked.map(({ inspector, fault }) => {
    const { credentialNo, register } = inspector;
    const key = register ? `${register.name}（${credentialNo}）` : credentialNo;
    return [key, fault ?? `符合，${sayAgency(facts, register?.agencyCode ?? '')}`] as const;
  });
  return Object.fromEntries(rows);
}

/** What the fit people leave open: an agency without anybody, a matter in nobody's range. */
function gapsOf(facts: EntryFacts, fit: readonly InspectorFact[]): string[] {
  const present = new Set(fit.map((inspector) => inspector.register?.agencyCode));
  const absent = participatingCodes(facts).filter((code) => !present.has(code));
  return [
    ...absent.map((code) => `${sayAgency(facts, code)}没有符合条件的执法人员`),
    ...uncoveredMatters(facts, fit).map((matter) => `没有人可以检查${sayMatter(matter)}`),
  ];
}

function titleOf(problems: readonly string[], fit: number, minimum: number): string {
  if (fit < minimum) return `执法人员不足 ${minimum} 名`;
  return problems.length === 1 ? (problems[0] ?? '') : '执法人员不符合条件';
}

/** Enough inspectors of the participating agencies, every one of them fit, every matter and every agency represented. */
export function judgeTwoOfficers(facts: EntryFacts): Finding {
  const checked = checkListed(facts);
  const { count: minimum, basis } = computeMinimumOfficers(facts);
  const finding = findingsOf('two-officers', basis);
  const fit = checked.flatMap(({ inspector, fault }) => (fault === null ? [inspector] : []));
  const used = { 符合条件: `${fit.length} 名，至少 ${minimum} 名`, ...sayChecked(facts, checked) };
  const problems = [
    ...(fit.length < minimum ? [`符合条件的执法人员 ${fit.length} 名，不足 ${minimum} 名`] : []),
    ...checked.flatMap(({ inspector, fault }) => (fault === null ? [] : [`${sayInspector(inspector)}${fault}`])),
    ...(fit.length > 0 ? gapsOf(facts, fit) : []),
  ];
  if (problems.length === 0) {
    const say = '执法人员足数，证件每天有效，在执法范围内，无须回避。';
    return finding('allowed', { title: `${fit.length} 人，证件有效，无回避`, say, facts: used });
  }
  return finding('forbidden', { title: titleOf(problems, fit.length, minimum), say: `${problems.join('；')}。`, facts: used });
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
