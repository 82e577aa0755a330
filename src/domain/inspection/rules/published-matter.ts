import { cite } from '#domain/law/cite.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts, MatterFact } from '../facts.ts';
import { firstDay, lastDay, participatingLines } from '../visit-days.ts';
import { sayMatter } from '../words.ts';

const basis = cite('inspectionOpinion', '检查事项部分');
const finding = findingsOf('published-matter', basis);

const statusWords = { active: '在业', suspended: '停业', cancelled: '已注销' } as const;

function faultOf(facts: EntryFacts, matter: MatterFact): string | null {
  const { catalogue } = matter;
  if (!catalogue) return '不在公布的目录内';
  if (firstDay(facts.visit) < catalogue.publishedFrom) return `${catalogue.publishedFrom} 起才列入目录`;
  if (catalogue.publishedTo !== null && lastDay(facts.visit) >= catalogue.publishedTo) return `${catalogue.publishedTo} 起已移出目录`;
  if (!participatingLines(facts).includes(catalogue.agencyKind)) return '不属于参检单位';
  const covers = catalogue.industries.length === 0 || catalogue.industries.includes(facts.enterprise.industry);
  return covers ? null : `不覆盖企业所在行业 ${facts.enterprise.industry}`;
}

/** A record that was merged is nobody's to visit: the kept one is the enterprise, and counts what was done under both. */
function judgeMerged({ name, mergedInto }: EntryFacts['enterprise']): Finding | null {
  if (!mergedInto) return null;
  const say = `“${name}”这条记录已并入“${mergedInto.name}”（${mergedInto.uscc}）。请为那一条填报。`;
  return finding('forbidden', { title: '企业记录已并入另一条', say, facts: { 并入: `${mergedInto.name} ${mergedInto.uscc}` } });
}

/** The enterprise's record stands; every matter is in the catalogue in force on all days, belongs to a participating agency and covers the industry. */
export function judgePublishedMatter(facts: EntryFacts): Finding {
  const { industry, status } = facts.enterprise;
  const used = { 事项: facts.matters.map(sayMatter).join('、') || '未选', 企业行业: industry, 企业状态: statusWords[status] };
  const merged = judgeMerged(facts.enterprise);
  if (merged) return merged;
  if (facts.matters.length === 0) {
    return finding('forbidden', { title: '没有检查事项', say: '至少选择一个已公布的检查事项。', facts: used });
  }
  const faults = facts.matters.flatMap((matter) => {
    const fault = faultOf(facts, matter);
    return fault === null ? [] : [`${sayMatter(matter)}${fault}`];
  });
  if (faults.length > 0) {
    const say = `${faults.join('；')}。没有公布的事项不得检查。`;
    return finding('forbidden', { title: '检查事项不符合目录', say, facts: { ...used, 不符合: faults.join('；') } });
  }
  const title = `${facts.matters.length} 项均在现行目录，覆盖行业 ${industry}`;
  return finding('allowed', { title, say: '每个事项都在检查当天有效的目录内，属于参检单位。', facts: used });
}

export const publishedMatter: EntryRule = {
  id: 'published-matter',
  title: '事项已公布',
  applies: () => '全部',
  value: () => '现行目录',
  sentence: () => '每个事项在检查的每一天都在现行目录内，属于参检单位，并覆盖企业所在行业。',
  basis: () => basis,
  judge: judgePublishedMatter,
};
