import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { findingResults, followUps } from '#domain/finding/codes.ts';
import { findingViews } from '#domain/finding/views.ts';
import { filingName } from '#features/filing/schema/filing-name.ts';
import { type DraftBody, draftBody } from '#features/filing/schema.ts';

const typed = (max: number) =>
  z
    .string({ error: '请填写' })
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');
const reason = (say: string) => typed(500).min(1, say);
const day = z.string().refine(isDay, '应为 2026-12-22 这样的日期');
const code = typed(60).min(1, '请填写代码');
const id = z.uuid('编号不正确');

/** One matter's finding, as the API and the phone send it. */
export const findingItem = z.strictObject({
  matter: code,
  checked: z.boolean({ error: '应为 true 或 false' }),
  result: z.enum(findingResults, { error: `应为 ${findingResults.join('、')} 之一` }),
  text: typed(1000).default(''),
  followUp: z.enum(followUps, { error: `应为 ${followUps.join('、')} 之一` }),
  followUpNote: typed(300).default(''),
  toAgency: code.nullable().default(null),
  demand: typed(500).default(''),
  dueDay: day.nullable().default(null),
});
export type FindingItem = z.output<typeof findingItem>;

const items = z.array(findingItem, { error: '应为列表' }).min(1, '至少一条').max(30, '不超过 30 条');

/** The body of `POST /api/v1/filings/{filingNo}/findings`. */
export const findingsBody = z.strictObject({ findings: items });
/** The same with the number that stands in the address. */
export const findingsCall = findingsBody.extend(filingName.shape);

const chosen = <const T extends readonly string[]>(values: T, say: string) =>
  z
    .string()
    .optional()
    .transform((value) => value || undefined)
    .pipe(z.enum(values, { error: say }).optional());
const filled = (max: number) => typed(max).default('');

/** One matter of the form; without a result it is left for later. */
const formItem = z.object({
  matter: code,
  checked: z.enum(['yes', 'no'], { error: '请选择是否检查' }).default('yes'),
  result: chosen(findingResults, '请选择检查结果'),
  text: filled(1000),
  followUp: chosen(followUps, '请选择后续处理'),
  followUpNote: filled(300),
  toAgency: filled(60),
  demand: filled(500),
  dueDay: filled(10).refine((value) => value === '' || isDay(value), '应为 2026-12-22 这样的日期'),
});

/** The form with all matters of the agency's part. */
export const findingsForm = z.object({ filing: id, items: z.array(formItem).min(1).max(30) });
export type FindingsForm = z.output<typeof findingsForm>;

export const letterRef = z.object({ filing: id });
export const letterWithdrawal = letterRef.extend({ reason: reason('请写明撤下的理由') });

export const rectificationReport = z.object({ finding: id, note: reason('请写明企业报告的整改情况') });
export const rectificationRecheck = z.object({
  finding: id,
  outcome: z.enum(['passed', 'failed'], { error: '请选择复查结论' }),
  note: reason('请写明复查了什么'),
});
export const recheckStart = z.object({ finding: id });

/** The form for going there again, filled in as far as the finding says. */
export function recheckDraft(known: Pick<DraftBody, 'form' | 'lead' | 'matters' | 'triggerReference'>): DraftBody {
  return draftBody.parse({ ...known, kind: 'case', triggerType: 'recheck' } satisfies Partial<DraftBody>);
}

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const district = z.string().regex(/^\d{6}$/, '区县代码是六位数字');
const agency = z.string().regex(/^[\w-]{1,60}$/, '单位代码不正确');
const page = z.coerce.number().int().min(1).max(10_000);
const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'));

export const findingFilter = z.object({
  view: z.enum(findingViews).catch('record'),
  agency: optional(agency),
  q: optional(words),
  page: page.catch(1),
});
export type FindingFilter = z.output<typeof findingFilter>;

/** Filters of the public list; what is not understood filters nothing. */
export const resultFilter = z.object({ district: optional(district), agency: optional(agency), q: optional(words), page: page.catch(1) });
export type ResultFilter = z.output<typeof resultFilter>;

/** The same as open data, where a mistake is an answer. */
export const openResultsQuery = z.strictObject({
  district: district.optional(),
  agency: agency.optional(),
  q: words.optional(),
  page: page.default(1),
});

/** Rows on one page of a list. */
export const rowsOnPage = 50;
