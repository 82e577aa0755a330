import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { draftOfRequest } from '#features/filing/schema/draft-request.ts';
import { type DraftBody, draftBody, storedRequest, text } from '#features/filing/schema.ts';

const id = z.uuid('编号不正确');

/** A template made of an earlier filing, under a name of the agency's own. */
export const templateKeep = z.strictObject({ filing: id, name: text(40, '请给模板起个名字') });
export const templateId = z.strictObject({ template: id });

const next = {
  uscc: text(18, '请填写统一社会信用代码'),
  day: z.string().trim().refine(isDay, '日期应为 2026-12-22 这样的日期').optional(),
};
/** The same visit for another enterprise, on another day: from a filing, or from a template. */
export const copyStart = z.strictObject({ filing: id, ...next });
export const templateStart = z.strictObject({ template: id, ...next });

/** What of a filing is worth keeping for another: all but enterprise, place, days and what was claimed for that one visit. */
export function reusable(request: unknown, lead: string): DraftBody {
  const draft = draftOfRequest({ ...storedRequest.parse(request), lead });
  return {
    ...draft,
    ...{ month: '', day: '', endDay: '', site: '', triggerType: '', triggerReference: '' },
    ...{ exemptionCode: '', exemptionReason: '', exemptionEvidence: '', overCapReason: '', separateGround: '', separateReason: '' },
  };
}

/** The form that a new draft starts with. */
export function openedBody(body: unknown, day: string | undefined): DraftBody {
  const known = draftBody.parse(body);
  return day ? { ...known, day, month: day.slice(0, 7) } : known;
}
