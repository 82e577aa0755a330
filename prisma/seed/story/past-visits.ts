import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf, daysBetween, daysFromTo } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { type Diary, enter } from './diary.ts';
import { earlier, isQuiet, later, type Story } from './story.ts';
import { draftVisit, isLawfulDay } from './visit-drafts.ts';
import type { OpenEntry, Target } from './year-plan.ts';

/** Share of the elapsed part of an entry that was carried out. */
const pace = 0.72;

/** How a visit stands, by the days since: results are recorded, then the enterprise was asked, then it is archived. */
export function statusAfter(days: number, turn: number): FilingStatus {
  if (days > 45) return 'archived';
  if (days > 16) return turn % 5 < 2 ? 'rated' : 'unrated';
  return days > 7 ? 'findingRecorded' : 'left';
}

/** A few of the visits that were filed never took place. */
function withAccident(draft: FilingDraft, turn: number): FilingDraft {
  if (turn % 23 === 11) return { ...draft, status: 'withdrawn', remark: '企业停产检修，改期后另行备案' };
  if (turn % 61 === 40) return { ...draft, status: 'revoked', remark: '抽取结果作废，撤销备案' };
  if (turn % 31 === 17) return { ...draft, status: 'expired', remark: '备案时段内未入企' };
  return draft;
}

function lawfulDays(story: Story, entry: OpenEntry): Day[] {
  const { fromDay, toDay } = entry.draft;
  const drawn = entry.drawnAt === null ? fromDay : addDays(dayOf(entry.drawnAt), 5);
  const days = daysFromTo(later(drawn, fromDay), earlier(toDay, addDays(story.today, -1)));
  return days.filter((day) => isWorkingDay(story.calendar, day) && isLawfulDay(story, entry, day));
}

/** Mostly outside the quiet days even where a special field may go in; spread evenly, later days as substitutes. */
function preferredDays(story: Story, days: readonly Day[], share: { turn: number; of: number }): Day[] {
  const calm = days.filter((day) => !isQuiet(story, day));
  const usable = share.turn % 4 === 3 || calm.length === 0 ? days : calm;
  const first = Math.floor(((share.turn + 0.5) * usable.length) / share.of);
  return [...usable.slice(first), ...usable.slice(0, first).reverse()];
}

function computeCount(entry: OpenEntry, days: readonly Day[]): number {
  const last = days.at(-1);
  if (last === undefined) return 0;
  const elapsed = (daysBetween(entry.draft.fromDay, last) + 1) / (daysBetween(entry.draft.fromDay, entry.draft.toDay) + 1);
  return Math.floor(entry.targets.length * Math.min(1, elapsed) * pace);
}

/** What was done under one entry until yesterday, in the order of its draw. */
export function tellPast(story: Story, entry: OpenEntry, diary: Diary): FilingDraft[] {
  if (entry.plan.period === 'rolling' || (entry.drawnAt === null && !entry.plan.fullCoverage)) return [];
  const days = lawfulDays(story, entry);
  const count = computeCount(entry, days);
  const own = new Set(entry.plan.enterprises);
  const targets = entry.targets.filter(({ uscc }) => !own.has(uscc)).slice(0, count);
  return targets.flatMap((target, turn) => {
    const draft = tellOne(story, entry, { target, diary, days: preferredDays(story, days, { turn, of: count }) });
    return draft === null ? [] : [finish(story, draft, turn + Number(entry.plan.no))];
  });
}

function tellOne(story: Story, entry: OpenEntry, visit: { target: Target; diary: Diary; days: readonly Day[] }): FilingDraft | null {
  const { target, diary, days } = visit;
  const span = enter(diary, { uscc: target.uscc, agencies: entry.draft.agencies, inspectors: target.team.going, days });
  return span === null ? null : draftVisit(story, entry, { target, span, status: 'archived' });
}

function finish(story: Story, draft: FilingDraft, turn: number): FilingDraft {
  return withAccident({ ...draft, status: statusAfter(daysBetween(dayOf(draft.start), story.today), turn) }, turn);
}
