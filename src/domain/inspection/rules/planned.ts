import { dayOf, monthOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { FactsUsed, Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { EntryFacts, PlanEntryFact } from '../facts.ts';
import { joinedEntries } from '../joint-visit.ts';
import { computeVisitYear, firstDay, lastDay } from '../visit-days.ts';
import { kindWords, sayKinds, sayMatter } from '../words.ts';

/** What is wrong with the period and the places of an entry; of a joint visit every entry is looked at, the named one first. */
function faultsOfEntry({ visit, now }: EntryFacts, entry: PlanEntryFact, name: string): string[] {
  const today = dayOf(now);
  const faults: [boolean, string][] = [
    [entry.planYear === computeVisitYear(visit), `${name}属于 ${entry.planYear} 年度计划`],
    [
      firstDay(visit) >= entry.fromDay && lastDay(visit) <= entry.toDay,
      `${name}的时间是${sayDay(entry.fromDay, today)}—${sayDay(entry.toDay, today)}`,
    ],
    [entry.used < entry.quota, name === '计划项' ? `计划 ${entry.quota} 家已经用完` : `${name} ${entry.quota} 家已经用完`],
  ];
  return faults.flatMap(([met, fault]) => (met ? [] : [fault]));
}

function faultsOf(facts: EntryFacts, entry: PlanEntryFact): string[] {
  const { visit, matters } = facts;
  const joined = joinedEntries(facts);
  const all = [entry, ...joined];
  const strangers = [facts.lead, ...facts.coAgencies].filter(({ code }) => !all.some(({ agencies }) => agencies.includes(code)));
  const outside = matters.filter(({ code }) => !all.some((one) => one.matters.includes(code))).map(sayMatter);
  const isOwn = joined.length === 0 || entry.agencies.includes(facts.lead.code);
  const faults: [boolean, string][] = [
    [strangers.length === 0, `${strangers.map(({ shortName }) => shortName).join('、')}不在这个计划项的单位内`],
    [isOwn, '联合检查应指明牵头单位自己的计划项'],
    [outside.length === 0, `${outside.join('、')}不在这个计划项的事项内`],
    [entry.kind === visit.kind, `计划项是${kindWords[entry.kind]}，这次是${kindWords[visit.kind]}`],
  ];
  const unmet = faults.flatMap(([met, fault]) => (met ? [] : [fault]));
  return [
    ...unmet,
    ...faultsOfEntry(facts, entry, '计划项'),
    ...joined.flatMap((one) => faultsOfEntry(facts, one, `并入的计划项 ${one.no}`)),
  ];
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
  const joined = joinedEntries(facts).map(({ no, quota, used: taken }) => `${no}，余 ${quota - taken} 家`);
  if (joined.length > 0)
    return { title, say: '单位、事项、时间与并入联合检查的各计划项相符，都还有余量。', facts: { ...used, 并入: joined.join('；') } };
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
