import { cite } from '#domain/law/cite.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';
import { kindWords, triggerWords } from '../words.ts';

const basis = cite('businessEnvironmentRegulation', '第五十四条');
const finding = findingsOf('trigger', basis);

/** A directed visit names the superior's document, a case visit what set it off, each with its number. */
export function judgeTrigger(facts: EntryFacts): Finding {
  const { kind, trigger } = facts.visit;
  if (kind !== 'directed' && kind !== 'case') {
    return finding('notApplicable', { title: '不需要事由', say: `${kindWords[kind]}按计划进行，不需要另写事由。`, facts: {} });
  }
  const needed = kind === 'directed' ? '上级部署文件的文号' : '举报、移送、监测、案件、复查或许可的编号';
  if (trigger === null) {
    return finding('forbidden', { title: '没有写明检查缘由', say: `${kindWords[kind]}应当写明${needed}。`, facts: { 检查缘由: '未写' } });
  }
  const used = { 检查缘由: triggerWords[trigger.type], 编号: trigger.reference.trim() || '未写' };
  if ((trigger.type === 'superior') !== (kind === 'directed')) {
    const say = `${triggerWords[trigger.type]}不能作为${kindWords[kind]}的缘由，应当写明${needed}。`;
    return finding('forbidden', { title: '检查缘由与类型不符', say, facts: used });
  }
  if (trigger.reference.trim() === '') {
    return finding('forbidden', { title: '检查缘由缺少编号', say: `${kindWords[kind]}应当写明${needed}。`, facts: used });
  }
  return finding('allowed', {
    title: `${triggerWords[trigger.type]}，${trigger.reference.trim()}`,
    say: '检查缘由和编号齐全。',
    facts: used,
  });
}

export const trigger: EntryRule = {
  id: 'trigger',
  title: '检查缘由',
  applies: () => `${kindWords.directed}、${kindWords.case}`,
  value: () => '必填',
  sentence: () => '上级部署检查写明文号；个案检查写明举报、移送、监测、案件、复查或许可的编号。',
  basis: () => basis,
  judge: judgeTrigger,
};
