import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';
import { isAllSpecialField } from '../visit-days.ts';
import { kindWords, sayKinds, sayMatter } from '../words.ts';

/** Routine checks leave an enterprise on the undisturbed list alone; safety and health fields are apart. */
export function judgeWhiteList(facts: EntryFacts): Finding {
  const { value: kinds, basis } = facts.policy.values.undisturbedKinds;
  const finding = findingsOf('white-list', basis);
  const { kind } = facts.visit;
  if (!kinds.includes(kind)) {
    return finding('notApplicable', { title: '不受名单限制', say: `${kindWords[kind]}不受免打扰名单限制。`, facts: {} });
  }
  if (!facts.enterprise.undisturbed) {
    return finding('allowed', { title: '不在免打扰名单', say: '这家企业不在免打扰名单内。', facts: { 名单: '不在' } });
  }
  if (isAllSpecialField(facts)) {
    return finding('allowed', {
      title: '重点领域，不受名单限制',
      say: '事项都属于安全、健康等重点领域，不受名单限制。',
      facts: { 名单: '在' },
    });
  }
  const ordinary = facts.matters.filter((matter) => matter.catalogue?.specialField !== true).map(sayMatter);
  const say = `这家企业在免打扰名单内，不做${kindWords[kind]}；安全、健康等重点领域除外。`;
  return finding('forbidden', { title: '企业在免打扰名单', say, facts: { 名单: '在', 一般事项: ordinary.join('、') || '未选' } });
}

export const whiteList: EntryRule = {
  id: 'white-list',
  title: '免打扰名单',
  applies: (policy) => sayKinds(policy.values.undisturbedKinds.value),
  value: (policy) => (policy.values.undisturbedKinds.value.length === 0 ? '不设' : '名单内企业'),
  sentence: (policy) => {
    const kinds = policy.values.undisturbedKinds.value;
    return kinds.length === 0 ? '本地不设免打扰名单。' : `名单内企业不做${sayKinds(kinds)}，安全、健康等重点领域除外。`;
  },
  basis: (policy) => policy.values.undisturbedKinds.basis,
  judge: judgeWhiteList,
};
