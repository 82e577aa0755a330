import { addDays, dayOf, daysFromTo } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { Finding } from '#domain/law/verdict.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { requestOf } from '../builders/filing-request.ts';
import { enterpriseIdOf, newId } from '../builders/ids.ts';
import { sayDay, tell } from './findings.ts';
import { at, isQuiet, type Story } from './story.ts';
import { draftVisit, isLawfulDay } from './visit-drafts.ts';
import type { OpenEntry } from './year-plan.ts';

type Attempt = { readonly draft: FilingDraft; readonly finding: Finding };
type Refuse = (story: Story, draft: FilingDraft) => Attempt;

const refuseQuiet: Refuse = (story, draft) => ({
  draft,
  finding: tell(story, 'quiet-day', {
    outcome: 'forbidden',
    source: 'quietDays',
    title: '所选日期是宁静日',
    say: `${sayDay(dayOf(draft.start))}是宁静日，年度抽查、专项抽查不得入企。`,
    facts: { 入企日期: sayDay(dayOf(draft.start)), 例外: '未主张' },
  }),
});

const refuseUnplanned: Refuse = (story, { planEntry: _entry, drawOutcomeId: _outcome, ...draft }) => ({
  draft,
  finding: tell(story, 'planned', {
    outcome: 'forbidden',
    source: 'plannedKinds',
    title: '计划清单内没有这次检查',
    say: '年度抽查、专项抽查应当列入公示的计划；计划外不得开展。',
    facts: { 计划项: '未填写' },
  }),
});

const refuseSingle: Refuse = (story, draft) => ({
  draft: { ...draft, inspectors: draft.inspectors.slice(0, 1) },
  finding: tell(story, 'two-officers', {
    outcome: 'forbidden',
    source: 'minimumInspectors',
    title: '执法人员不足 2 人',
    say: '入企检查应当由不少于 2 名有执法证的人员进行。',
    facts: { 执法人员: '1 人' },
  }),
});

const refuseApart: Refuse = (story, draft) => ({
  draft,
  finding: tell(story, 'joint', {
    outcome: 'forbidden',
    source: 'joint',
    title: '30 日内另有单位已备案同一家企业',
    say: '多个部门查同一家企业，应当合并为一次入企。',
    facts: { 联合窗口: '30 日' },
  }),
});

function attemptsOf(story: Story): readonly Refuse[] {
  const usual = [refuseUnplanned, refuseApart, refuseSingle];
  return story.district.policy.quietDays.value.recurrences.length > 0
    ? [refuseQuiet, refuseUnplanned, refuseQuiet, refuseApart, refuseQuiet, refuseSingle]
    : usual;
}

function refusalRow(story: Story, { draft, finding }: Attempt, refusedAt: Date) {
  return {
    id: newId(),
    districtCode: story.districtCode,
    agencyCode: draft.agencies[0],
    enterpriseId: enterpriseIdOf(story.districtCode, draft.uscc),
    channel: 'seed',
    request: requestOf(draft),
    verdict: { kind: 'forbidden', policy: `${story.districtCode}@1`, findings: [finding], fixes: [] },
    rules: [finding.rule],
    refusedAt,
  };
}

/** Refused attempts of the year: every other week one in 冷水滩, where most of them fall on quiet days, once a month in 大竹. */
export function tellRefusals(story: Story, entries: readonly OpenEntry[], year: number) {
  const kinds = attemptsOf(story);
  const every = kinds.length > 3 ? 13 : 29;
  const days = daysFromTo(`${year}-01-04`, addDays(story.today, -1)).filter((day) => isWorkingDay(story.calendar, day));
  const asked = days.filter((_, index) => index % every === 3 || index === days.length - 1);
  return asked.flatMap((day, turn) => {
    const refuse = kinds[turn % kinds.length] ?? refuseSingle;
    const fits = (wanted: string) => (refuse === refuseQuiet ? isQuiet(story, wanted) : !isQuiet(story, wanted));
    const wanted = daysFromTo(addDays(day, 1), addDays(day, 40)).find((each) => isWorkingDay(story.calendar, each) && fits(each)) ?? day;
    const plain = entries.filter((entry) => entry.drawnAt !== null && entry.draft.fromDay <= wanted && wanted <= entry.draft.toDay);
    const barred = plain.filter((entry) => refuse !== refuseQuiet || !isLawfulDay(story, entry, wanted));
    const entry = barred[turn % Math.max(1, barred.length)];
    const target = entry?.targets.at(-1 - (turn % 3));
    if (!entry || !target) return [];
    const span = { start: at(wanted, '09:00'), end: at(wanted, '11:30') };
    const draft = draftVisit(story, entry, { target, span, status: 'submitted' });
    return [refusalRow(story, refuse(story, draft), at(day, `${9 + (turn % 8)}:41`.padStart(5, '0')))];
  });
}
