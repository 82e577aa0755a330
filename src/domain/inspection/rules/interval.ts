import { sayDay } from '#domain/calendar/wording.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts, OwnVisitFact } from '../facts.ts';
import { computeGap, firstDay, lastDay, participatingLines, todayOf } from '../visit-days.ts';
import { kindWords, sayKinds } from '../words.ts';

type Near = { readonly own: OwnVisitFact; readonly days: number };

/** The participating agencies' visit that lies nearest, before or after: a day squeezed in before a filed visit is no longer rest. */
function nearestOf(facts: EntryFacts): Near | undefined {
  const lines = participatingLines(facts);
  const span = [firstDay(facts.visit), lastDay(facts.visit)] as const;
  return facts.ownVisits
    .filter((own) => lines.includes(own.agencyKind))
    .map((own) => ({ own, days: computeGap(span, [firstDay(own), lastDay(own)]) }))
    .sort((one, other) => one.days - other.days)[0];
}

/** At least n days lie between this visit and the agency's other ones. */
export function judgeInterval(facts: EntryFacts): Finding {
  const { value: interval, basis } = facts.policy.values.interval;
  const finding = findingsOf('interval', basis);
  const { kind } = facts.visit;
  if (interval.days === 0 || !interval.kinds.includes(kind)) {
    const say = interval.days === 0 ? '本地不设检查间隔。' : `${kindWords[kind]}不受检查间隔限制。`;
    return finding('notApplicable', { title: '不限检查间隔', say, facts: {} });
  }
  const near = nearestOf(facts);
  if (!near) return finding('allowed', { title: '没有前一次入企', say: '本单位没有相邻的入企。', facts: { 间隔: `${interval.days} 天` } });
  const day = sayDay(lastDay(near.own), todayOf(facts));
  const used = { 相邻一次: `${near.own.filingNo}，${day}`, 相距: `${near.days} 天`, 间隔: `${interval.days} 天` };
  if (near.days < interval.days) {
    const say = `与本单位${day}的入企相距 ${near.days} 天，不足 ${interval.days} 天。`;
    return finding('forbidden', { title: '距前一次入企太近', say, facts: used });
  }
  return finding('allowed', {
    title: `相距 ${near.days} 天，间隔 ${interval.days} 天`,
    say: '与本单位相邻的入企隔够了天数。',
    facts: used,
  });
}

export const interval: EntryRule = {
  id: 'interval',
  title: '检查间隔',
  applies: ({ values: { interval: set } }) => (set.value.days === 0 ? '不适用' : sayKinds(set.value.kinds)),
  value: (policy) => `${policy.values.interval.value.days} 天`,
  sentence: ({ values: { interval: set } }) =>
    set.value.days === 0 ? '本地不设检查间隔。' : `与本单位上一次入企相隔不少于 ${set.value.days} 天。`,
  basis: (policy) => policy.values.interval.basis,
  judge: judgeInterval,
};
