import { sayDay, sayInterval } from '#domain/calendar/wording.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { EntryFacts, JointVisitFact, OtherVisitFact } from '../facts.ts';
import { jointVisitOf, missingParts } from '../joint-visit.ts';
import { neighboursOf } from '../neighbours.ts';
import { todayOf } from '../visit-days.ts';
import { kindWords, sayKinds } from '../words.ts';

function sayNeighbour(facts: EntryFacts, other: OtherVisitFact): string {
  const today = todayOf(facts);
  if (other.type === 'filing') return `${sayInterval(other, today)}，${other.title}`;
  return `计划项到期，${sayDay(other.fromDay, today)}—${sayDay(other.toDay, today)}，${other.title}`;
}

function tellNeighbours(facts: EntryFacts, others: readonly OtherVisitFact[]): Told {
  const { windowDays } = facts.policy.values.joint.value;
  const names = [...new Set(others.map((other) => other.agencyName))].join('、');
  const only = others.every((other) => other.type === 'dueEntry');
  const keyOf = (other: OtherVisitFact) => (other.type === 'filing' ? other.filingNo : other.entryNo);
  const rows = others.map((other) => [`${other.agencyName}　${keyOf(other)}`, sayNeighbour(facts, other)] as const);
  return {
    title: `${names} ${windowDays} 日内${only ? '也要检查' : '已备案'}同一家企业`,
    say: '多个部门查同一家企业，应当合并为一次入企。',
    facts: { ...Object.fromEntries(rows), 联合窗口: `${windowDays} 日` },
  };
}

const groundWords = { secrecy: '涉密', legalDeadline: '法定期限', otherSite: '另一场所' } as const;

const plain = (site: string) => site.normalize('NFKC').replace(/\s/g, '');

/** Whether the place named is neither the registered address nor that of any of the other filings. */
function isElsewhere({ visit, enterprise }: EntryFacts, others: readonly OtherVisitFact[]): boolean {
  const taken = [enterprise.address, ...others.flatMap((other) => (other.type === 'filing' && other.site !== null ? [other.site] : []))];
  return visit.site !== null && plain(visit.site) !== '' && !taken.map(plain).includes(plain(visit.site));
}

/** A claim to stay apart goes to the office: nobody lifts the rule for themselves. */
function judgeApart(facts: EntryFacts, others: readonly OtherVisitFact[]): readonly ['held' | 'forbidden', Told] {
  const { separate } = facts.visit;
  const told = tellNeighbours(facts, others);
  if (separate === null) return ['forbidden', told];
  const claimed = { ...told.facts, 单独入企: groundWords[separate.ground], 理由: separate.reason.trim() || '未写' };
  if (separate.ground === 'otherSite' && !isElsewhere(facts, others)) {
    return ['forbidden', { ...told, say: `${told.say}以另一场所为由单独入企，须写明不同的检查地点。`, facts: claimed }];
  }
  if (separate.reason.trim() === '') return ['forbidden', { ...told, say: `${told.say}单独入企须写明理由。`, facts: claimed }];
  const say = `以“${groundWords[separate.ground]}”为由单独入企，须经营商环境工作机构处理后才算备案。`;
  return ['held', { title: '单独入企待处理', say, facts: claimed }];
}

function sayJointVisit(facts: EntryFacts, { leadName, fromDay, toDay, parts }: JointVisitFact): Told['facts'] {
  const today = todayOf(facts);
  const names = [...new Set(parts.map(({ agencyName }) => agencyName))].join('、');
  return { 联合检查: `${names}，${leadName}牵头`, 可入企时间: `${sayDay(fromDay, today)}—${sayDay(toDay, today)}` };
}

/** An outcome that was joined is visited jointly: filed by the lead, with all its agencies. Null where nothing is wrong. */
function tellUnjoined(facts: EntryFacts): Told | null {
  const visit = jointVisitOf(facts);
  if (!visit) return null;
  const used = sayJointVisit(facts, visit);
  if (visit.lead !== facts.lead.code) {
    const say = `这家企业的几次抽取已合并为一次联合检查，由${visit.leadName}牵头备案，本单位作为协同单位参加。确须单独入企的，请办公室先拆开这次联合检查。`;
    return { title: `已并入${visit.leadName}牵头的联合检查`, say, facts: used };
  }
  const missing = [...new Set(missingParts(facts).map(({ agencyName }) => agencyName))].join('、');
  if (missing === '') return null;
  const say = `已合并的各单位要同次入企，请把${missing}列为协同单位。`;
  return { title: '联合检查的单位不全', say, facts: { ...used, 缺少: missing } };
}

/** Other agencies' live filings and due entries within the window are joined, or stay apart on a ground of the list. */
export function judgeJoint(facts: EntryFacts): Finding {
  const { value: joint, basis } = facts.policy.values.joint;
  const finding = findingsOf('joint', basis);
  const { kind } = facts.visit;
  const unjoined = tellUnjoined(facts);
  if (unjoined) return finding('forbidden', unjoined);
  if (!joint.kinds.includes(kind)) {
    return finding('notApplicable', { title: '不要求联合', say: `${kindWords[kind]}不要求联合入企。`, facts: {} });
  }
  const others = neighboursOf(facts);
  if (others.length > 0) return finding(...judgeApart(facts, others));
  const joined = jointVisitOf(facts);
  if (joined) {
    return finding('allowed', { title: '各单位同次入企', say: '已合并的各单位都参加，同次入企。', facts: sayJointVisit(facts, joined) });
  }
  const title = `${joint.windowDays} 日内没有其他单位入企`;
  return finding('allowed', { title, say: '联合窗口内没有别的单位须合并。', facts: { 联合窗口: `${joint.windowDays} 日` } });
}

export const joint: EntryRule = {
  id: 'joint',
  title: '应当联合',
  applies: (policy) => sayKinds(policy.values.joint.value.kinds),
  value: (policy) => `${policy.values.joint.value.windowDays} 天`,
  sentence: (policy) =>
    `其他单位在前后 ${policy.values.joint.value.windowDays} 天内已备案或有到期计划的，合并为一次入企；以涉密、法定期限、另一场所为由单独入企的，经处理后备案。`,
  basis: (policy) => policy.values.joint.basis,
  judge: judgeJoint,
};
