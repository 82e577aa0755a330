import { sayDay } from '#domain/calendar/wording.ts';
import { drawStatusWords, replacementWords } from '#domain/draw/words.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf, type Told } from '../entry-rule.ts';
import type { DrawFact, DrawProgressFact, EntryFacts, InspectorFact, PlanEntryFact } from '../facts.ts';
import { jointPartsOf } from '../joint-visit.ts';
import { isAllSpecialField, todayOf } from '../visit-days.ts';
import { kindWords, sayInspector, sayKinds } from '../words.ts';

function tellReplaced(facts: EntryFacts, { drawNo, replaced }: DrawProgressFact): Told | null {
  if (!replaced) return null;
  const { position, reason, day } = replaced;
  const when = sayDay(day, todayOf(facts));
  return {
    title: '企业已由下一顺位递补',
    say: `这家企业原在 ${drawNo} 第 ${position} 位，${when}因“${replacementWords[reason]}”由下一顺位递补，不能再凭这次抽取入企。请改为递补的企业。`,
    facts: { 抽取: `${drawNo}，原第 ${position} 位`, 递补: `${when}，${replacementWords[reason]}` },
  };
}

/** The entry has no published draw: how far it is, and what to do next. */
function tellUnpublished(entry: PlanEntryFact, progress: DrawProgressFact | null): Told {
  const facts = { 计划项: entry.no };
  if (!progress) return { title: '还没有抽取', say: '这个计划项还没有抽取。先在“抽取”中准备名单，抽取并公布后再备案。', facts };
  const name = progress.drawNo ?? '这次抽取';
  const used = { ...facts, 抽取: `${name}，${drawStatusWords[progress.status]}` };
  if (progress.status === 'void') {
    return { title: '抽取已作废', say: `${name}已经作废，作废的结果不能使用。重新抽取并公布后再备案。`, facts: used };
  }
  const say = `${name}正在进行：${drawStatusWords[progress.status]}。公布后才能备案，进度在“抽取”中查看。`;
  return { title: '抽取还没有公布', say, facts: used };
}

function tellMissing(facts: EntryFacts, entry: PlanEntryFact): Told {
  const progress = facts.drawProgress;
  const replaced = progress && tellReplaced(facts, progress);
  if (replaced) return replaced;
  if (!entry.drawPublished) return tellUnpublished(entry, progress);
  return {
    title: '企业不在抽取结果中',
    say: '这家企业没有被抽中，不能凭这个计划项入企。请从“待备案”中选抽中的企业。',
    facts: { 计划项: entry.no },
  };
}

/** Agencies of a joint visit of whose drawn inspectors nobody comes. */
function agenciesWithoutDrawn(facts: EntryFacts): string[] {
  const going = facts.inspectors.map(({ credentialNo }) => credentialNo);
  return jointPartsOf(facts).flatMap(({ agencyName, inspectors }) =>
    inspectors.some((credential) => going.includes(credential)) ? [] : [agencyName],
  );
}

const namesOf = (inspectors: readonly InspectorFact[]) => inspectors.map(sayInspector).join('、');

function sayDraws(facts: EntryFacts, draw: DrawFact): string {
  const others = jointPartsOf(facts).flatMap(({ drawNo, agencyName }) => (drawNo === draw.drawNo ? [] : [`${agencyName} ${drawNo}`]));
  return [`${draw.drawNo}，第 ${draw.position} 位`, ...others].join('；');
}

function tellUnfit(facts: EntryFacts, draw: DrawFact, used: Told['facts']): Told | null {
  if (draw.servedBy !== null) {
    const say = `这一次抽中已由 ${draw.servedBy} 备案，一次抽中只入企一次。要改时间或人员的，先撤回那一件再重新备案。`;
    return { title: '这次抽中已经备案', say, facts: { ...used, 已备案: draw.servedBy } };
  }
  const drawn = [draw, ...jointPartsOf(facts)].flatMap(({ inspectors }) => inspectors);
  const undrawn = facts.inspectors.filter(({ credentialNo }) => !drawn.includes(credentialNo));
  if (undrawn.length > 0) {
    const say = `${namesOf(undrawn)}不是抽中的人员。参加检查的只能是抽中的人员。`;
    return { title: '执法人员不在抽取结果中', say, facts: { ...used, 不符合: namesOf(undrawn) } };
  }
  const absent = agenciesWithoutDrawn(facts).join('、');
  if (absent === '') return null;
  return { title: '有单位没有人员参加', say: `联合检查中${absent}至少要有 1 名抽中的人员参加。`, facts: { ...used, 缺少: absent } };
}

function judgeAgainstDraw(facts: EntryFacts, draw: DrawFact): readonly ['allowed' | 'forbidden', Told] {
  const officers = [...new Set([draw, ...jointPartsOf(facts)].flatMap(({ inspectors }) => inspectors))];
  const used = { 抽取: sayDraws(facts, draw), 抽中人员: officers.join('、') };
  const unfit = tellUnfit(facts, draw, used);
  if (unfit) return ['forbidden', unfit];
  const title = `${draw.drawNo}，第 ${draw.position} 位`;
  if (!draw.registered) return ['allowed', { title, say: '企业和人员都来自已公布的抽取。', facts: used }];
  const say = '企业和人员都来自已登记的抽取结果。这次抽取早于可复算的抽取，结果不能复算。';
  return ['allowed', { title, say, facts: { ...used, 来源: '登记的结果' } }];
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
  if (!draw) return finding('forbidden', tellMissing(facts, entry));
  return finding(...judgeAgainstDraw(facts, draw));
}

export const drawn: EntryRule = {
  id: 'drawn',
  title: '经抽取',
  applies: (policy) => sayKinds(policy.values.drawnKinds.value),
  value: () => '双随机',
  sentence: (policy) =>
    `${sayKinds(policy.values.drawnKinds.value)}的企业和人员都来自已公布的抽取，一次抽中备案一次。特殊行业、重点领域可以全覆盖。`,
  basis: (policy) => policy.values.drawnKinds.basis,
  judge: judgeDrawn,
};
