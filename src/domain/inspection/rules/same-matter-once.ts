import { sayDay, sayInterval } from '#domain/calendar/wording.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts, MatterUseFact, OwnVisitFact } from '../facts.ts';
import { isMatterOnceVisit } from '../limits.ts';
import { computeVisitYear, todayOf } from '../visit-days.ts';
import { kindWords, sayKinds, sayMatter } from '../words.ts';

/** A standing visit of the same lead agency at the same time: the same visit filed twice. */
function overlapOf(facts: EntryFacts): OwnVisitFact | undefined {
  const { start, end } = facts.visit;
  return facts.ownVisits.find((own) => own.leadAgency === facts.lead.code && own.start < end && start < own.end);
}

function usesOf(facts: EntryFacts): MatterUseFact[] {
  const year = computeVisitYear(facts.visit);
  const codes = facts.matters.map((matter) => matter.code);
  return facts.matterUses.filter((use) => use.year === year && codes.includes(use.matter));
}

function sayUse(facts: EntryFacts, use: MatterUseFact): readonly [string, string] {
  const matter = facts.matters.find((each) => each.code === use.matter);
  return [matter ? sayMatter(matter) : use.matter, `${sayDay(use.day, todayOf(facts))}，${use.agencyName}，${use.filingNo}`];
}

/** One enterprise, one matter, one inspection a year; a recheck is no second time, the same hours are. */
export function judgeSameMatterOnce(facts: EntryFacts): Finding {
  const { value: kinds, basis } = facts.policy.values.sameMatterOnceKinds;
  const finding = findingsOf('same-matter-once', basis);
  const twin = overlapOf(facts);
  if (twin) {
    const say = `${twin.filingNo} 已经备案了同一时段的入企，不能重复备案。`;
    return finding('forbidden', { title: '同一次入企已经备案', say, facts: { [twin.filingNo]: sayInterval(twin, todayOf(facts)) } });
  }
  const { kind, trigger } = facts.visit;
  if (!kinds.includes(kind)) {
    return finding('notApplicable', { title: '不限一年一次', say: `${kindWords[kind]}不受同一事项一年一次的限制。`, facts: {} });
  }
  if (trigger && !isMatterOnceVisit(facts)) {
    return finding('allowed', { title: '整改复查', say: '整改复查不算第二次检查。', facts: { 复查编号: trigger.reference } });
  }
  const uses = usesOf(facts);
  if (uses.length > 0) {
    const used = Object.fromEntries(uses.map((use) => sayUse(facts, use)));
    const say = `${Object.keys(used).join('、')}本年已在这家企业查过，同一事项一年只查一次。`;
    return finding('forbidden', { title: '同一事项本年已查过', say, facts: used });
  }
  return finding('allowed', {
    title: '本年未查过',
    say: '本年任何单位都没有在这家企业查过这些事项。',
    facts: { 年度: `${computeVisitYear(facts.visit)} 年` },
  });
}

export const sameMatterOnce: EntryRule = {
  id: 'same-matter-once',
  title: '同一事项一次',
  applies: (policy) => sayKinds(policy.values.sameMatterOnceKinds.value),
  value: (policy) => (policy.values.sameMatterOnceKinds.value.length === 0 ? '不设' : '一年一次'),
  sentence: () => '同一企业同一事项一年只查一次，整改复查不算第二次；同一单位同一时段不重复备案。',
  basis: (policy) => policy.values.sameMatterOnceKinds.basis,
  judge: judgeSameMatterOnce,
};
