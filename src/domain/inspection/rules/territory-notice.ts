import type { PolicyValues } from '#domain/law/policy.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';

const scopeWords: Readonly<Record<PolicyValues['territoryNotice'], string>> = {
  key: '重点企业',
  park: '园区企业',
  all: '全部企业',
  none: '不设',
};

/** Not a refusal but an obligation: the territory is told before entry; a sealed case check stays secret. */
export function judgeTerritoryNotice(facts: EntryFacts): Finding {
  const { value: scope, basis } = facts.policy.values.territoryNotice;
  const finding = findingsOf('territory-notice', basis);
  const { keyEnterprise, inPark, accountableTerritory } = facts.enterprise;
  const covered = { key: keyEnterprise, park: inPark, all: true, none: false }[scope];
  if (!covered) {
    const say = scope === 'none' ? '本地不要求告知属地。' : `只有${scopeWords[scope]}须告知属地。`;
    return finding('notApplicable', { title: '不须告知属地', say, facts: {} });
  }
  const { kind, trigger } = facts.visit;
  if (kind === 'case' && trigger?.type === 'openedCase') {
    return finding('notApplicable', { title: '已立案件，不告知属地', say: '已立案件的检查须保密，不告知属地。', facts: {} });
  }
  const used = { 属地: accountableTerritory, 范围: scopeWords[scope] };
  return finding('duty', { title: `备案后自动告知${accountableTerritory}`, say: '入企前告知属地，属地签收后才能签到入企。', facts: used });
}

export const territoryNotice: EntryRule = {
  id: 'territory-notice',
  title: '属地告知',
  applies: (policy) => (policy.values.territoryNotice.value === 'none' ? '不适用' : scopeWords[policy.values.territoryNotice.value]),
  value: (policy) => scopeWords[policy.values.territoryNotice.value],
  sentence: (policy) => {
    const scope = policy.values.territoryNotice.value;
    return scope === 'none' ? '本地不要求告知属地。' : `进入${scopeWords[scope]}前告知属地，签收后才能签到；已立案件的检查除外。`;
  },
  basis: (policy) => policy.values.territoryNotice.basis,
  judge: judgeTerritoryNotice,
};
