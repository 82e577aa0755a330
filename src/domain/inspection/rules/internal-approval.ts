import { sayInstant } from '#domain/calendar/wording.ts';
import { cite } from '#domain/law/cite.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { ApprovalFact, EntryFacts } from '../facts.ts';
import { todayOf } from '../visit-days.ts';

const basis = cite('inspectionOpinion', '检查标准、程序部分');
const finding = findingsOf('internal-approval', basis);

function faultOf(approval: Extract<ApprovalFact, { state: 'given' }>, now: Date): string | null {
  if (!approval.isResponsibleLeader) return '批准人不是本单位登记的负责人';
  if (approval.isFiler) return '填报人不能自己批准';
  return approval.at > now ? '批准时间晚于现在' : null;
}

/** The unit's responsible leader, who is not the filer, approved before the filing. */
export function judgeInternalApproval(facts: EntryFacts): Finding {
  const { approval, now } = facts;
  if (approval.state === 'pending') {
    return finding('pending', { title: '待分管负责人批准', say: '送分管负责人批准后备案。', facts: {} });
  }
  if (approval.state === 'missing') {
    return finding('forbidden', { title: '没有负责人批准', say: '入企检查须经本单位负责人批准。', facts: { 批准: '无' } });
  }
  const used = { 批准人: approval.by, 批准时间: sayInstant(approval.at, todayOf(facts)) };
  const fault = faultOf(approval, now);
  if (fault !== null) return finding('forbidden', { title: fault, say: `${fault}。须由本单位负责人在备案前批准。`, facts: used });
  if (approval.isDeclared) {
    const say = '本单位系统声明负责人已经批准，已通知该负责人核对。';
    return finding('allowed', { title: `${approval.by}，由本单位系统声明`, say, facts: used });
  }
  return finding('allowed', { title: `${approval.by}，非填报人`, say: '本单位负责人已批准。', facts: used });
}

export const internalApproval: EntryRule = {
  id: 'internal-approval',
  title: '内部批准',
  applies: () => '全部',
  value: () => '必须',
  sentence: () => '由本单位负责人批准，填报人不能自己批。',
  basis: () => basis,
  judge: judgeInternalApproval,
};
