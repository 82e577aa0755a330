import type { Day } from '#domain/calendar/day.ts';
import { addDays, daysFromTo } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { type Diary, enter } from './diary.ts';
import { isQuiet, nextMonth, type Story } from './story.ts';
import { draftVisit, instantsBefore } from './visit-drafts.ts';
import { isOpenOn, type OpenEntry, type Target } from './year-plan.ts';

/** Days on which anybody may come, from tomorrow to the end of next month. */
function listComingDays(story: Story): Day[] {
  const days = daysFromTo(addDays(story.today, 1), nextMonth(story.today).last);
  return days.filter((day) => isWorkingDay(story.calendar, day) && !isQuiet(story, day));
}

/** The next enterprise in the order drawn that nobody visited this year and the story has no other use for. */
function nextTarget(entry: OpenEntry, diary: Diary): Target | undefined {
  const own = new Set(entry.plan.enterprises);
  return entry.targets.find(({ uscc }) => !own.has(uscc) && !diary.visits.has(uscc));
}

function tellNext(story: Story, entry: OpenEntry, visit: { diary: Diary; days: readonly Day[] }): FilingDraft[] {
  const { diary } = visit;
  const target = nextTarget(entry, diary);
  const days = visit.days.filter((day) => isOpenOn(entry, day));
  if (!target || entry.plan.period === 'rolling' || days.length === 0) return [];
  const span = enter(diary, { uscc: target.uscc, agencies: entry.draft.agencies, inspectors: target.team.going, days });
  if (!span) return [];
  const draft = draftVisit(story, entry, { target, span, status: 'filed' });
  return [{ ...draft, ...instantsBefore(story, span.start, 0) }];
}

/** What became of the n-th filing of the demo's own people; the others are simply filed. */
const fates: Readonly<Record<number, Pick<FilingDraft, 'status' | 'remark'>>> = {
  1: { status: 'submitted' },
  3: { status: 'withdrawn', remark: '企业申请改期，另行备案' },
  5: { status: 'submitted' },
};

function withFates(drafts: readonly FilingDraft[]): FilingDraft[] {
  const own = drafts.filter(({ author }) => author !== undefined);
  return drafts.map((draft, turn) => {
    const fated = { ...draft, ...fates[own.indexOf(draft)] };
    return fated.notice && turn % 3 === 0 ? { ...fated, notice: 'sent' } : fated;
  });
}

/** Filings for the days ahead, one for each entry that is open then. */
export function tellComing(story: Story, entries: readonly OpenEntry[], diary: Diary): FilingDraft[] {
  const days = listComingDays(story);
  const told = entries.flatMap((entry, turn) => {
    const first = turn % days.length;
    return tellNext(story, entry, { diary, days: [...days.slice(first), ...days.slice(0, first)] });
  });
  return withFates(told);
}
