import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { DrawFact, EntryFacts, PlanEntryFact } from '../facts.ts';
import { isAllSpecialField } from '../visit-days.ts';
import { kindWords, sayInspector, sayKinds } from '../words.ts';

function tellMissing(entry: PlanEntryFact): Told {
  const facts = { 计划项: entry.no };
  if (!entry.drawPublished) return { title: '还没有公布抽取结果', say: '先抽取企业和人员并公布，再备案。', facts };
  return { title: '企业不在抽取结果中', say: '这家企业没有被抽中，不能凭这个计划项入企。', facts };
}

function judgeAgainstDraw(facts: EntryFacts, draw: DrawFact): readonly ['allowed' | 'forbidden', Told] {
  const used = { 抽取: `${draw.drawNo}，第 ${draw.position} 位`, 抽中人员: draw.inspectors.join('、') };
  const undrawn = facts.inspectors.filter((inspector) => !draw.inspectors.includes(inspector.credentialNo)).map(sayInspector);
  if (undrawn.length === 0)
    return ['allowed', { title: `${draw.drawNo}，第 ${draw.position} 位`, say: '企业和人员都来自已公布的抽取。', facts: used }];
  const say = `${undrawn.join('、')}不是抽中的人员。参加检查的只能是抽中的人员。`;
  return ['forbidden', { title: '执法人员不在抽取结果中', say, facts: { ...used, 不符合: undrawn.join('、') } }];
}

/** Enterprise and inspectors come from a published draw of the entry; a special field may be covered in full instead. */
export function judgeDrawn(facts: EntryFacts): Finding {
  const { visit, planEntry: entry, draw, policy } = facts;
  const { value: kinds, basis } = policy.values.drawnKinds;
  const finding = findingsOf('drawn', basis);
  if (!kinds.includes(visit.kind)) {
    return finding('notApplicable', { title: '不需要抽取', say: `${kindWords[visit.kind]}不需要抽取。`, facts: {} });
  }
  if (!entry) {
    const outcome = policy.values.plannedKinds.value.includes(visit.kind) ? 'notApplicable' : 'forbidden';
    return finding(outcome, { title: '未指明计划项，无从核对', say: '指明计划项后才能核对抽取结果。', facts: {} });
  }
  if (entry.fullCoverage && isAllSpecialField(facts)) {
    return finding('allowed', {
      title: '重点领域全覆盖',
      say: '事项都属于特殊行业、重点领域，计划项为全覆盖检查。',
      facts: { 计划项: entry.no },
    });
  }
  if (!draw) return finding('forbidden', tellMissing(entry));
  return finding(...judgeAgainstDraw(facts, draw));
}

export const drawn: EntryRule = {
  id: 'drawn',
  title: '经抽取',
  applies: (policy) => sayKinds(policy.values.drawnKinds.value),
  value: () => '双随机',
  sentence: (policy) => `${sayKinds(policy.values.drawnKinds.value)}的企业和人员都来自已公布的抽取。特殊行业、重点领域可以全覆盖。`,
  basis: (policy) => policy.values.drawnKinds.basis,
  judge: judgeDrawn,
};
