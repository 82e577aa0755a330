import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/local-day.ts';
import { lengthOfMonth } from '#domain/calendar/quiet-day.ts';
import { draftOfRequest } from '#features/filing/schema/draft-request.ts';
import type { DraftForm, FilingBody } from '#features/filing/schema.ts';
import { enterpriseIdOf } from '#seed/builders/ids.ts';
import type { Journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';

const [clock] = await asOwner<{ now: Date; month: string }>(
  `SELECT now() AS now, to_char(date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 month', 'YYYY-MM') AS month`,
);
if (!clock) throw new Error('the database has no clock');
const { now, month } = clock;

/** A day of next month by the database's clock. */
export function nextMonthOn(date: number): Day {
  return `${month}-${String(date).padStart(2, '0')}`;
}

/** An instant of a local day, `time` as HH:MM. */
export function at(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** Next month's 10th: a quiet day in 冷水滩, none in 大竹. */
export const tenth = nextMonthOn(10);
/** Days of next month that are quiet nowhere. */
export const freeDays = Array.from({ length: lengthOfMonth(tenth) - 20 }, (_, index) => nextMonthOn(21 + index));
/** The first of them. */
export const freeDay = nextMonthOn(21);
/** The year in which the requests of this file lie. */
export const visitYear = yearOf(freeDay);

/** The n-th enterprise that the story keeps free for a visit. */
export function freeEnterprise(story: Journey, nth: number): string {
  const uscc = story.enterprises[nth];
  if (!uscc) throw new Error(`the story has no ${nth + 1}th enterprise`);
  return uscc;
}

/** A planned visit that nothing speaks against, but for what `change` makes of it. */
export function plannedVisit(story: Journey, change: Partial<FilingBody> = {}): FilingBody {
  return {
    kind: 'special',
    planEntry: `${visitYear}-${story.entryNo}`,
    enterprise: freeEnterprise(story, 0),
    site: null,
    matters: [story.matter],
    form: 'sampling',
    start: at(freeDay, '09:00'),
    end: at(freeDay, '11:30'),
    coAgencies: [],
    inspectors: [...story.inspectors],
    assistants: [],
    trigger: null,
    exemption: null,
    overCapReason: null,
    separate: null,
    approval: { by: story.leader, at: new Date(now.getTime() - 60_000) },
    ...change,
  };
}

/** A case check after a tip-off: no plan, no draw, no cap. */
export function caseVisit(story: Journey, change: Partial<FilingBody> = {}): FilingBody {
  return plannedVisit(story, { kind: 'case', planEntry: null, trigger: { type: 'tipOff', reference: '举报件 2026-001' }, ...change });
}

/** A visit on a quiet day that claims a complaint: it waits for the office. */
export function claimedVisit(story: Journey, change: Partial<FilingBody> = {}): FilingBody {
  const exemption = { code: 'complaint', reason: '职工投诉，需到场核实', evidence: '12345 工单 0001' } as const;
  return plannedVisit(story, { start: at(tenth, '09:00'), end: at(tenth, '11:00'), exemption, ...change });
}

/** The same visit as a filled-in form. */
export function formOf(draft: string, body: FilingBody, change: Partial<DraftForm> = {}): DraftForm {
  return { ...draftOfRequest({ ...body, lead: '' }), draft, intent: '', keptDay: '', ...change };
}

/** The id under which the register keeps an enterprise of a story. */
export function enterpriseId(story: Journey, uscc: string): string {
  return enterpriseIdOf(story.districtCode, uscc);
}
