import type { Day } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { peopleOf } from './people.ts';
import { at, earlier, isQuiet, known, type Story, workingDayBefore } from './story.ts';
import type { OpenEntry, Target } from './year-plan.ts';

export type Span = { readonly start: Date; readonly end: Date };

/** Submitted some working days before the visit, before the story's today, and approved the same day. */
export function instantsBefore(story: Story, start: Date, daysAhead = 3): { readonly submittedAt: Date; readonly approvedAt: Date } {
  const ahead = workingDayBefore(story.calendar, dayOf(start), daysAhead);
  const day = earlier(ahead, workingDayBefore(story.calendar, story.today, 1));
  const minute = 10 + (Math.floor(start.getTime() / 60_000 / 7) % 45);
  return { submittedAt: at(day, `10:${minute}`), approvedAt: at(day, `15:${minute}`) };
}

/** Key enterprises (or those in the park, as the policy says) have their territory told; an opened case stays secret. */
export function noticeFor(story: Story, uscc: string, trigger?: FilingDraft['trigger']): Pick<FilingDraft, 'notice'> {
  if (trigger?.type === 'openedCase') return {};
  const enterprise = known(story.enterprises, uscc);
  const rule = story.district.policy.territoryNotice.value;
  const told = rule === 'all' || (rule === 'key' ? enterprise.keyEnterprise : rule === 'park' && enterprise.inPark);
  return told ? { notice: 'acknowledged' } : {};
}

function isSpecialField(story: Story, matters: readonly string[]): boolean {
  return matters.every((code) => known(story.matters, code).specialField);
}

/** Whether visits of this entry are lawful on a day: quiet days only for special fields. */
export function isLawfulDay(story: Story, entry: OpenEntry, day: Day): boolean {
  return !isQuiet(story, day) || isSpecialField(story, entry.draft.matters);
}

/** A planned visit to one of an entry's enterprises. */
export function draftVisit(story: Story, entry: OpenEntry, visit: { target: Target; span: Span; status: FilingStatus }): FilingDraft {
  const { target, span, status } = visit;
  const { kind, form = 'onsite', agencies, matters, no } = entry.draft;
  return {
    ...{ districtCode: story.districtCode, status, kind, form, agencies, matters, uscc: target.uscc },
    inspectors: target.team.going,
    ...span,
    planEntry: { id: entry.id, no },
    ...(target.outcomeId === undefined ? {} : { drawOutcomeId: target.outcomeId }),
    ...peopleOf(story, agencies[0] ?? ''),
    ...instantsBefore(story, span.start),
    ...noticeFor(story, target.uscc),
  };
}
