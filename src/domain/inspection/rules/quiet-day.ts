import { isQuietDay, sayRecurrences } from '#domain/calendar/quiet-day.ts';
import { sayDays, sayInterval } from '#domain/calendar/wording.ts';
import type { Policy, PolicyValues } from '#domain/law/policy.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';
import { isAllSpecialField, todayOf, visitDays } from '../visit-days.ts';
import { evidenceWords, exemptionWords, kindWords, sayKinds } from '../words.ts';

type QuietDays = PolicyValues['quietDays'];

const scopeWords: Readonly<Record<QuietDays['enterprises'], string>> = { all: '全部企业', key: '重点企业', park: '园区企业' };

function isInScope(quiet: QuietDays, facts: EntryFacts): boolean {
  const { keyEnterprise, inPark } = facts.enterprise;
  return { all: true, key: keyEnterprise, park: inPark }[quiet.enterprises];
}

/** Why the rule leaves this visit alone, or null where it applies. */
function tellNotApplicable(quiet: QuietDays, facts: EntryFacts): string | null {
  if (quiet.recurrences.length === 0) return '本地不设宁静日。';
  if (!quiet.kinds.includes(facts.visit.kind)) return `${kindWords[facts.visit.kind]}不受宁静日限制。`;
  return isInScope(quiet, facts) ? null : `宁静日只适用于${scopeWords[quiet.enterprises]}。`;
}

/** What an exemption that was claimed still lacks, or null where the office can handle it. */
function lackOf(quiet: QuietDays, exemption: NonNullable<EntryFacts['visit']['exemption']>): string | null {
  const word = exemptionWords[exemption.code];
  if (exemption.code === 'specialIndustry') return '事项不全是特殊行业、重点领域的事项，不能按这种例外办理';
  if (!quiet.exemptions.includes(exemption.code)) return `本地没有列入“${word}”这种例外`;
  return exemption.evidence.trim() === '' ? `“${word}”须提供${evidenceWords[exemption.code]}` : null;
}

function judgeOnQuietDay(quiet: QuietDays, facts: EntryFacts, told: Told): readonly ['exempt' | 'held' | 'forbidden', Told] {
  const { exemption } = facts.visit;
  if (isAllSpecialField(facts) && quiet.exemptions.includes('specialIndustry')) {
    const say = '所选日期是宁静日，但事项都属于特殊行业、重点领域，可以入企。';
    return ['exempt', { title: '特殊行业、重点领域例外', say, facts: told.facts }];
  }
  if (exemption === null) return ['forbidden', told];
  const lack = lackOf(quiet, exemption);
  const claimed = { ...told.facts, 例外情形: exemptionWords[exemption.code], 证明: exemption.evidence.trim() || '未写' };
  if (lack !== null) return ['forbidden', { ...told, say: `${told.say}${lack}。`, facts: claimed }];
  const say = `所选日期是宁静日，按“${exemptionWords[exemption.code]}”申请例外，须经营商环境工作机构处理后才算备案。`;
  return ['held', { title: '宁静日例外待处理', say, facts: claimed }];
}

/** No local day of the whole visit is a quiet day, unless an exemption lifts it. */
export function judgeQuietDay(facts: EntryFacts): Finding {
  const { value: quiet, basis } = facts.policy.values.quietDays;
  const finding = findingsOf('quiet-day', basis);
  const aside = tellNotApplicable(quiet, facts);
  if (aside !== null) return finding('notApplicable', { title: '不受宁静日限制', say: aside, facts: {} });
  const days = visitDays(facts.visit);
  const barred = days.filter((day) => isQuietDay(quiet.recurrences, day));
  const today = todayOf(facts);
  const period = sayRecurrences(quiet.recurrences);
  const field = isAllSpecialField(facts) ? '事项都属于特殊行业、重点领域' : '事项不都属于特殊行业、重点领域';
  const used = { 检查类型: kindWords[facts.visit.kind], 时间: sayInterval(facts.visit, today), 宁静日: period, 事项: field };
  if (barred.length === 0) {
    return finding('allowed', { title: `${sayDays(days, today)}不在${period}内`, say: '检查的每一天都不是宁静日。', facts: used });
  }
  const say = `${sayDays(barred, today)}在${period}内，${kindWords[facts.visit.kind]}不得在宁静日入企。`;
  return finding(...judgeOnQuietDay(quiet, facts, { title: '所选日期是宁静日', say, facts: used }));
}

function sayExemptions(policy: Policy): string {
  const granted = policy.values.quietDays.value.exemptions.map((code) => exemptionWords[code]);
  return granted.length === 0 ? '' : `例外：${granted.join('；')}。`;
}

export const quietDay: EntryRule = {
  id: 'quiet-day',
  title: '宁静日',
  applies: ({ values: { quietDays } }) => (quietDays.value.recurrences.length === 0 ? '不适用' : sayKinds(quietDays.value.kinds)),
  value: (policy) => sayRecurrences(policy.values.quietDays.value.recurrences),
  sentence: (policy) => {
    const { recurrences, kinds, enterprises } = policy.values.quietDays.value;
    if (recurrences.length === 0) return '本地不设宁静日。';
    return `${scopeWords[enterprises]}的${sayKinds(kinds)}，检查的每一天都不在${sayRecurrences(recurrences)}内。${sayExemptions(policy)}`;
  },
  basis: (policy) => policy.values.quietDays.basis,
  judge: judgeQuietDay,
};
