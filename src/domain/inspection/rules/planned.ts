import { monthOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { FactsUsed, Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { EntryFacts, PlanEntryFact } from '../facts.ts';
import { computeVisitYear, firstDay, lastDay, todayOf } from '../visit-days.ts';
import { kindWords, sayKinds, sayMatter } from '../words.ts';

function faultsOf(facts: EntryFacts, entry: PlanEntryFact): string[] {
  const { visit, matters } = facts;
  const strangers = [facts.lead, ...facts.coAgencies].filter(({ code }) => !entry.agencies.includes(code));
  const today = todayOf(facts);
  const outside = matters.filter((matter) => !entry.matters.includes(matter.code)).map(sayMatter);
  const faults: [boolean, string][] = [
    [strangers.length === 0, `${strangers.map(({ shortName }) => shortName).join('、')}不在这个计划项的单位内`],
    [outside.length === 0, `${outside.join('、')}不在这个计划项的事项内`],
    [entry.kind === visit.kind, `计划项是${kindWords[entry.kind]}，这次是${kindWords[visit.kind]}`],
    [entry.planYear === computeVisitYear(visit), `计划项属于 ${entry.planYear} 年度计划`],
    [
      firstDay(visit) >= entry.fromDay && lastDay(visit) <= entry.toDay,
      `计划项的时间是${sayDay(entry.fromDay, today)}—${sayDay(entry.toDay, today)}`,
    ],
    [entry.used < entry.quota, `计划 ${entry.quota} 家已经用完`],
  ];
  return faults.flatMap(([met, fault]) => (met ? [] : [fault]));
}

/** The plan's months are its plan: the total is what binds, so a month that is used up, or not planned, is a word of warning. */
function warnOfMonth({ visit }: EntryFacts, { months }: PlanEntryFact): string | null {
  const month = monthOf(firstDay(visit));
  const own = months.find((one) => one.month === month);
  if (months.length === 0 || (own && own.used < own.quota)) return null;
  if (own)
    return own.quota > 0 ? `${month} 月计划的 ${own.quota} 家已经用完，这次用其他月份的名额` : `${month} 月没有分到名额，这次用其他月份的`;
  return `计划的月份是 ${months.map((one) => one.month).join('、')} 月，这次在 ${month} 月`;
}

function tellFitting(facts: EntryFacts, entry: PlanEntryFact, used: FactsUsed): Told {
  const title = `${entry.no}，余 ${entry.quota - entry.used} 家`;
  const say = '单位、事项、时间与计划项相符，还有余量。';
  const warning = warnOfMonth(facts, entry);
  return warning ? { title, say: `${say}${warning}。`, facts: { ...used, 月份: warning } } : { title, say, facts: used };
}

/** The visit consumes one place of an entry of the plan version in force; whether it is out of plan is computed, never typed. */
export function judgePlanned(facts: EntryFacts): Finding {
  const { visit, planEntry: entry, policy } = facts;
  const { value: kinds, basis } = policy.values.plannedKinds;
  const finding = findingsOf('planned', basis);
  if (!kinds.includes(visit.kind)) {
    return finding('notApplicable', { title: '不需要计划项', say: `${kindWords[visit.kind]}不需要计划项。`, facts: {} });
  }
  if (!entry) {
    const named = visit.planEntry;
    const title = named === null ? '没有指明计划项' : `现行计划中没有 ${named}`;
    return finding('forbidden', {
      title,
      say: `${kindWords[visit.kind]}应当使用现行计划中的一项，计划外不得入企。`,
      facts: { 计划项: named ?? '未指明' },
    });
  }
  const used = {
    计划项: `${entry.no}　${entry.title}（第 ${entry.planVersion} 版）`,
    余量: `计划 ${entry.quota} 家，余 ${entry.quota - entry.used} 家`,
  };
  const faults = faultsOf(facts, entry);
  if (faults.length > 0) {
    return finding('forbidden', {
      title: `与计划项 ${entry.no} 不符`,
      say: `${faults.join('；')}。`,
      facts: { ...used, 不符合: faults.join('；') },
    });
  }
  return finding('allowed', tellFitting(facts, entry, used));
}

export const planned: EntryRule = {
  id: 'planned',
  title: '计划内',
  applies: (policy) => sayKinds(policy.values.plannedKinds.value),
  value: () => '现行计划',
  sentence: (policy) =>
    `${sayKinds(policy.values.plannedKinds.value)}使用现行计划中的一项，单位、事项、时间相符，还有余量。计划外不得入企。`,
  basis: (policy) => policy.values.plannedKinds.basis,
  judge: judgePlanned,
};
