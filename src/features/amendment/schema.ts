import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { draftOfRequest, missingIn, requestOfDraft } from '#features/filing/schema/draft-request.ts';
import { filingName } from '#features/filing/schema/filing-name.ts';
import { type DraftBody, draftBody, type EntryRequest, filingBody, storedRequest, text } from '#features/filing/schema.ts';

// What a filing is made of stays its own slice's: here it is only handed on to the commands and queries that change it.
export { type DraftBody, draftBody, draftOfRequest, type EntryRequest, storedRequest };

const uuid = z.uuid('编号不正确');
const reason = text(500, '请写明理由');

const claims = {
  exemptionCode: true,
  exemptionReason: true,
  exemptionEvidence: true,
  overCapReason: true,
  separateGround: true,
  separateReason: true,
} as const;

/** What the lead may change, as typed: time, people, matters, the way of checking, and what is claimed for it. */
export const amendForm = draftBody
  .pick({ day: true, endDay: true, startTime: true, endTime: true, inspectors: true, matters: true, form: true, site: true, ...claims })
  .extend({ filing: uuid, reason });
export type AmendForm = z.output<typeof amendForm>;

/** What an agency brings along that joins: its own ground, matters and people, at the time that is filed. */
export const joinForm = draftBody
  .pick({ kind: true, planEntry: true, matters: true, inspectors: true, form: true, triggerType: true, triggerReference: true, ...claims })
  .extend({ filing: uuid, reason });
export type JoinForm = z.output<typeof joinForm>;

export const amendmentId = z.strictObject({ amendment: uuid });
export const reasonedAmendment = amendmentId.extend({ reason });
export const amendmentDecision = reasonedAmendment.extend({
  decision: z.enum(['registered', 'returned'], { error: '请选择处理意见' }),
});
export type AmendmentDecision = z.output<typeof amendmentDecision>;

/** The query string of the page on which an agency joins. */
export const joinQuery = z.object({ draft: z.uuid().optional().catch(undefined), entry: z.string().max(60).optional().catch(undefined) });

const { start, end, matters, form, site, inspectors, assistants, exemption, overCapReason, separate } = filingBody.shape;
/** The fields of `POST …/amendments`: what is left out stays as it is. */
export const amendmentFields = z.strictObject({
  ...{ reason, start: start.optional(), end: end.optional(), matters: matters.optional(), form: form.optional() },
  site: site.unwrap().optional(),
  inspectors: inspectors.optional(),
  assistants: assistants.unwrap().optional(),
  exemption: exemption.unwrap().optional(),
  overCapReason: overCapReason.unwrap().optional(),
  separate: separate.unwrap().optional(),
  approval: filingBody.shape.approval,
});
export type AmendmentBody = z.output<typeof amendmentFields>;

/** The same with the number that stands in the address. */
export const amendmentCall = amendmentFields.extend(filingName.shape).transform(({ filingNo, ...body }) => ({ filingNo, body }));

type Read = { readonly request: EntryRequest } | { readonly missing: Readonly<Record<string, readonly string[]>> };

function readDraft(draft: DraftBody, enterprise: string): Read {
  const missing = missingIn(draft);
  const request = requestOfDraft(draft, { enterprise, agency: draft.lead, approval: 'pending' });
  return request && Object.keys(missing).length === 0 ? { request } : { missing };
}

/** The lead's request with what was typed in place of what was filed; or what is missing. */
export function amendedRequest(before: EntryRequest, { filing: _filing, reason: _reason, ...typed }: AmendForm): Read {
  const month = isDay(typed.day) ? typed.day.slice(0, 7) : '';
  const read = readDraft({ ...draftOfRequest(before), ...typed, month }, before.enterprise);
  return 'request' in read ? { request: { ...read.request, assistants: before.assistants } } : read;
}

/** The request of an agency that joins at the time of the filing; or what is missing. */
export function joiningRequest(
  at: Pick<EntryRequest, 'start' | 'end' | 'enterprise' | 'site'>,
  lead: string,
  { filing: _filing, reason: _reason, ...typed }: JoinForm,
): Read {
  const { start: from, end: until, enterprise, site: place } = at;
  const time = draftOfRequest({ ...blank, start: from, end: until, enterprise, site: place, lead });
  const read = readDraft({ ...time, ...typed, lead }, enterprise);
  return 'request' in read ? { request: { ...read.request, start: from, end: until } } : read;
}

const blank = {
  ...{ kind: 'annual', planEntry: null, matters: [], form: 'onsite', coAgencies: [], inspectors: [], assistants: [] },
  ...{ trigger: null, exemption: null, overCapReason: null, separate: null },
} as const satisfies Partial<EntryRequest>;
