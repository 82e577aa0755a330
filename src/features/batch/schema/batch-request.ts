import type { Slot, TimeWish } from '#domain/batch/propose-times.ts';
import { isDay } from '#domain/calendar/local-day.ts';
import { clockOf, instantOf, missingIn, requestOfDraft } from '#features/filing/schema/draft-request.ts';
import { type DraftBody, draftBody, type EntryRequest, longestVisitMs } from '#features/filing/schema.ts';
import { type BatchBody, type BatchForm, batchBody } from '../schema.ts';

/** One visit of a batch, with the people drawn for it. */
export type BatchVisit = Slot & { readonly uscc: string; readonly officers: readonly string[] };

// A day and hours that stand in until each visit brings its own.
const anyTime = { day: '2026-01-15', startTime: '09:00', endTime: '10:00' };

function draftOf({ firstDay: _first, perDay: _per, minutes: _minutes, ...shared }: BatchBody) {
  return draftBody.parse({ ...shared, ...anyTime });
}

/** The shared part as a form without a time, for what offers choices. */
export function sharedDraft({ firstDay: _first, perDay: _per, minutes: _minutes, ...shared }: BatchBody): DraftBody {
  return draftBody.parse(shared);
}

/** What keeps a batch from being sent, in the words of the form. */
export function missingInBatch(body: BatchBody): Record<string, string[]> {
  return missingIn(draftOf(body));
}

/** The request of one visit; where nobody is ticked, those who were drawn for this enterprise go. Null as long as it cannot be judged. */
export function requestOfVisit(body: BatchBody, visit: BatchVisit, agency: string): EntryRequest | null {
  const request = requestOfDraft(draftOf(body), { enterprise: visit.uscc, agency, approval: 'pending' });
  const inspectors = body.inspectors.length > 0 ? body.inspectors : [...visit.officers];
  return request && { ...request, inspectors, start: visit.start, end: visit.end };
}

/** The shared part of what was typed. */
export function bodyOfForm({
  batch: _batch,
  intent: _intent,
  codes: _codes,
  days: _days,
  starts: _starts,
  ends: _ends,
  ...shared
}: BatchForm): BatchBody {
  return batchBody.parse(shared);
}

/** The time typed for the visit at this place; null where it is none. */
export function typedSlot({ days, starts, ends }: Pick<BatchForm, 'days' | 'starts' | 'ends'>, index: number): Slot | null {
  const start = instantOf(days[index] ?? '', starts[index] ?? '');
  const end = instantOf(days[index] ?? '', ends[index] ?? '');
  const isSlot = start && end && end > start && end.getTime() - start.getTime() <= longestVisitMs;
  return isSlot ? { start, end } : null;
}

/** «09:00» of both ends; midnight is 24:00 of the day before. */
export function hoursOf({ start, end }: Slot): { start: string; end: string } {
  const until = clockOf(end);
  return { start: clockOf(start), end: until === '00:00' ? '24:00' : until };
}

const whole = (text: string, usual: number, most: number) => (/^[1-9]\d*$/.test(text) ? Math.min(Number(text), most) : usual);

/** How the times shall lie, as far as it makes sense: from the earliest day that may be, two a day, two hours each. */
export function wishOf({ firstDay, perDay, minutes }: BatchBody, earliest: string): TimeWish {
  return {
    firstDay: isDay(firstDay) && firstDay > earliest ? firstDay : earliest,
    perDay: whole(perDay, 2, 6),
    minutes: Math.max(15, whole(minutes, 120, 480)),
  };
}
