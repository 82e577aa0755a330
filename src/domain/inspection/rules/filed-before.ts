import { sayDay, sayDuration, sayInterval } from '#domain/calendar/wording.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';
import { firstDay, todayOf } from '../visit-days.ts';

function sayLead(days: number): string {
  return days === 0 ? '入企前' : `入企前 ${days} 个工作日`;
}

/** The visit starts after the filing and, where the policy sets a lead, not before its last working day; nothing is back-dated. */
export function judgeFiledBefore(facts: EntryFacts): Finding {
  const { visit, now, calendar, policy } = facts;
  const { value: lead, basis } = policy.values.filingLeadWorkingDays;
  const finding = findingsOf('filed-before', basis);
  const today = todayOf(facts);
  const used = { 时间: sayInterval(visit, today), 备案时限: sayLead(lead) };
  if (visit.end <= visit.start) {
    return finding('forbidden', { title: '结束时间不晚于开始时间', say: '结束时间须晚于开始时间。', facts: used });
  }
  if (visit.start <= now) {
    return finding('forbidden', { title: '开始时间已过', say: '开始时间须晚于备案时间，不得补填、倒填。', facts: used });
  }
  const due = computeDue(calendar, today, lead);
  const provisional = due.provisional && lead > 0 ? '（节假日安排未公布，暂按法定节假日和周末推算）' : '';
  if (firstDay(visit) < due.day) {
    const say = `须在${sayLead(lead)}备案，最早可选${sayDay(due.day, today)}${provisional}。`;
    return finding('forbidden', { title: '备案时间不够提前', say, facts: { ...used, 最早可选: `${due.day}${provisional}` } });
  }
  const ahead = sayDuration(visit.start.getTime() - now.getTime());
  return finding('allowed', { title: `提前 ${ahead}`, say: '备案早于入企。', facts: { ...used, 提前: ahead } });
}

export const filedBefore: EntryRule = {
  id: 'filed-before',
  title: '入企前备案',
  applies: () => '全部，紧急除外',
  value: (policy) => sayLead(policy.values.filingLeadWorkingDays.value),
  sentence: (policy) => `在${sayLead(policy.values.filingLeadWorkingDays.value)}备案，开始时间晚于备案时间，不得倒填。`,
  basis: (policy) => policy.values.filingLeadWorkingDays.basis,
  judge: judgeFiledBefore,
};
