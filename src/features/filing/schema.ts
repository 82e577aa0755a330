import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import type { ApprovalFact } from '#domain/inspection/facts.ts';
import { exemptionCodes, inspectionForms, inspectionKinds, separationGrounds, triggerTypes } from '#domain/inspection/kinds.ts';
import { filingStatuses } from '#domain/inspection/lifecycle.ts';

/** A line of text: trimmed, well formed, no NUL, at most `max` characters. */
export const text = (max: number, required = '请填写') =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');

const code = text(60, '请填写代码');
const codes = (max: number) => z.array(code, { error: '应为列表' }).max(max, `不超过 ${max} 项`);
const instant = z.iso
  .datetime({ offset: true, error: '时间应为带时区的 ISO 8601，例如 2027-01-22T09:00:00+08:00' })
  .transform((text) => new Date(text))
  .pipe(z.date().min(new Date('2000-01-01T00:00:00Z'), '时间过早').max(new Date('2200-01-01T00:00:00Z'), '时间过晚'));
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: `应为 ${values.join('、')} 之一` });

/** No visit is longer: the rules look at each of its days. */
export const longestVisitMs = 60 * 86_400_000;
export const longestVisitWords = '一次检查不超过 60 天';

/** The body of `POST /api/v1/filings` (design: api.md); the form's draft becomes the same shape. Unknown fields are refused. */
export const filingBody = z.strictObject({
  kind: oneOf(inspectionKinds),
  planEntry: code.nullable().default(null),
  enterprise: text(18, '请填写统一社会信用代码'),
  site: text(200).nullable().default(null),
  matters: codes(30),
  form: oneOf(inspectionForms),
  start: instant,
  end: instant,
  coAgencies: codes(20).default([]),
  inspectors: codes(40),
  assistants: z
    .array(z.strictObject({ number: z.int().min(1).max(50), role: text(40) }))
    .max(10)
    .default([]),
  trigger: z
    .strictObject({ type: oneOf(triggerTypes), reference: text(100) })
    .nullable()
    .default(null),
  exemption: z
    .strictObject({ code: oneOf(exemptionCodes), reason: text(500), evidence: z.string().trim().max(200).default('') })
    .nullable()
    .default(null),
  overCapReason: text(500).nullable().default(null),
  separate: z
    .strictObject({ ground: oneOf(separationGrounds), reason: text(500) })
    .nullable()
    .default(null),
  approval: z.strictObject({ by: code, at: instant }).nullable().default(null),
});
export type FilingBody = z.output<typeof filingBody>;

/** The same with the instant at which to judge; this call only. */
export const entryCheckBody = filingBody.extend({ asOf: instant.nullable().default(null) });

/** Who approved, as far as it is known when the request is judged. */
export type Approval = 'pending' | null | Omit<Extract<ApprovalFact, { state: 'given' }>, 'state' | 'isResponsibleLeader'>;

/** What is judged and stored: the body, who leads, how it was approved. */
export type EntryRequest = Omit<FilingBody, 'approval'> & { readonly lead: string; readonly approval: Approval };

/** A request as a filing keeps it: the body; who leads and who approved stand in the record's own columns. */
export const storedRequest = filingBody.omit({ approval: true });

export const filingId = z.strictObject({ filing: z.uuid('编号不正确') });

export const reasonedFiling = filingId.extend({ reason: text(500, '请写明理由') });

export const decisionKinds = ['filed', 'filedWithCondition', 'returned'] as const;
export const filingDecision = filingId.extend({
  decision: z.enum(decisionKinds, { error: '请选择处理意见' }),
  reason: text(500, '请写明理由'),
});

const typed = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符')
    .default('');
const ticked = (max: number) => z.array(typed(60)).max(max, `不超过 ${max} 项`).default([]);

/** A filing form as typed: anything may be missing, nothing is judged yet. Times are «09:00», days «2026-12-22». */
export const draftBody = z.strictObject({
  kind: typed(20),
  planEntry: typed(60),
  matters: ticked(30),
  form: typed(20),
  month: typed(10),
  day: typed(10),
  endDay: typed(10),
  startTime: typed(10),
  endTime: typed(10),
  lead: typed(60),
  coAgencies: ticked(20),
  inspectors: ticked(40),
  site: typed(200),
  triggerType: typed(20),
  triggerReference: typed(100),
  exemptionCode: typed(30),
  exemptionReason: typed(500),
  exemptionEvidence: typed(200),
  overCapReason: typed(500),
  separateGround: typed(20),
  separateReason: typed(500),
});
export type DraftBody = z.output<typeof draftBody>;

/** The form's post: the draft's fields, and which button was pressed: `check`, `month:2026-12` or `slot:<start>/<end>`.
 * `keptDay` is the day chosen while another month is shown. */
export const draftForm = draftBody.extend({ draft: z.uuid('编号不正确'), intent: typed(120), keptDay: typed(10) });
export type DraftForm = z.output<typeof draftForm>;

/** `outcome`: the drawn visit that the draft is for. */
export const draftStart = z.strictObject({ enterprise: z.uuid('请选择企业'), outcome: z.uuid('编号不正确').optional() });
export type DraftStart = z.output<typeof draftStart>;
export const draftId = z.strictObject({ draft: z.uuid('编号不正确') });

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const listDay = z.string().refine(isDay);

const words = optional(
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000')),
);

/** The query string of the list of drawn visits still to be filed; whatever does not make sense filters nothing. */
export const drawnFilter = z.object({
  q: words,
  entry: words,
  /** Runs out within so many days. */
  within: optional(z.enum(['30', '90'])),
  joint: optional(z.enum(['yes', 'no'])),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type DrawnFilter = z.output<typeof drawnFilter>;

/** The list's query string; whatever does not make sense filters nothing. */
export const filingFilter = z.object({
  q: words,
  agency: optional(
    z
      .string()
      .max(60)
      .regex(/^[\w-]+$/),
  ),
  kind: optional(z.enum(inspectionKinds)),
  status: optional(z.enum(filingStatuses)),
  from: optional(listDay),
  to: optional(listDay),
  page: z.coerce.number().int().min(1).max(200).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(15), z.literal(50), z.literal(100)]))
    .catch(15),
});
export type FilingFilter = z.output<typeof filingFilter>;
