import type { Day } from '#domain/calendar/day.ts';
import { addDays } from '#domain/calendar/local-day.ts';
import { type FindingResult, type FollowUp, fitsUnchecked, fittingFollowUps, followUpWords, resultWords } from './codes.ts';

/** One matter's finding as it was typed. */
export type FindingDraft = {
  readonly checked: boolean;
  readonly result: FindingResult;
  readonly text: string;
  readonly followUp: FollowUp;
  readonly toAgency: string | null;
  readonly demand: string;
  readonly dueDay: Day | null;
};
export type FindingField = 'result' | 'text' | 'followUp' | 'toAgency' | 'demand' | 'dueDay';
export type FindingProblem = { readonly field: FindingField; readonly say: string };

/** Whose finding it is, and the local day of recording: no order can be due before the next day. */
export type FindingScene = { readonly agency: string; readonly today: Day };

/** No order gives longer: what takes longer is a plan of its own. */
const longestOrderDays = 365;

function problemsOfOrder({ demand, dueDay }: FindingDraft, today: Day): FindingProblem[] {
  const problems: FindingProblem[] = [];
  if (!demand) problems.push({ field: 'demand', say: '请写明整改要求' });
  if (dueDay === null) problems.push({ field: 'dueDay', say: '请填写整改期限，例如 2026-12-22' });
  else if (dueDay <= today) problems.push({ field: 'dueDay', say: '整改期限最早是明天' });
  else if (dueDay > addDays(today, longestOrderDays)) problems.push({ field: 'dueDay', say: '整改期限不超过一年' });
  return problems;
}

function problemsOfAddressee({ followUp, toAgency }: FindingDraft, agency: string): FindingProblem[] {
  if (followUp !== 'handOver' && followUp !== 'copyToAgency') return [];
  if (!toAgency) return [{ field: 'toAgency', say: followUp === 'handOver' ? '请选择移送的单位' : '请选择抄告的单位' }];
  return followUp === 'copyToAgency' && toAgency === agency ? [{ field: 'toAgency', say: '抄告的是其他单位，不是本单位' }] : [];
}

/** What does not fit together in one finding, all of it at once; empty where it may be recorded. */
export function judgeFinding(draft: FindingDraft, { agency, today }: FindingScene): FindingProblem[] {
  const problems: FindingProblem[] = [];
  const { checked, result, text, followUp } = draft;
  if (!checked && !fitsUnchecked(result)) problems.push({ field: 'result', say: `没有检查的事项，结果不能是“${resultWords[result]}”` });
  if (!text && result !== 'nothingFound') problems.push({ field: 'text', say: checked ? '请写明发现了什么' : '请写明为什么没有检查' });
  if (!fittingFollowUps[result].includes(followUp))
    problems.push({ field: 'followUp', say: `“${resultWords[result]}”与“${followUpWords[followUp]}”不相符` });
  const order = followUp === 'orderToCorrect' ? problemsOfOrder(draft, today) : [];
  return [...problems, ...order, ...problemsOfAddressee(draft, agency)];
}
