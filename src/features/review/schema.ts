import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { taskSources } from '#domain/declaration/line.ts';
import { inspectionForms } from '#domain/inspection/kinds.ts';
import { lineStatuses } from '#domain/plan/line-status.ts';
import { reviewActions } from '#domain/plan/review-step.ts';

const year = z.coerce.number({ error: '请选择年度' }).int('请选择年度').min(2000, '请选择年度').max(2199, '请选择年度');
const isPlainText = (value: string) => value.isWellFormed() && !value.includes('\u0000');
const reason = z.string().trim().max(500, '不超过 500 个字').refine(isPlainText, '含有无法识别的字符').default('');
const code = z
  .string()
  .max(60)
  .regex(/^[\w-]+$/);
/** A page of the desk to go back to. */
const backTo = z
  .string()
  .max(3000)
  .regex(/^\/review\/[\w/?=&%.+*~-]*$/);
const lineIds = z.array(z.uuid('编号不正确'), { error: '请先选择申报行' }).min(1, '请先选择申报行').max(500, '一次不超过 500 行');

/** A step as a form sends it. */
export const stepForm = z
  .strictObject({
    year,
    action: z.enum(reviewActions, { error: '请选择怎样处理' }),
    line: lineIds,
    count: z.coerce.number({ error: '请填写整数' }).int('请填写整数').min(0, '请填写整数').max(1_000_000, '数量过大').optional(),
    months: z.array(z.coerce.number().int().min(1).max(12)).max(12).optional(),
    form: z.enum(inspectionForms, { error: '请选择检查方式' }).optional(),
    lead: code.optional(),
    reason,
    due: z.string().refine(isDay, '请按 2026-09-21 的样子填写日期').optional(),
    back: backTo.optional().catch(undefined),
  })
  .transform(({ year: inYear, action, line, back, ...change }) => ({
    ...{ year: inYear, action, lineIds: line, back },
    change: { ...change, reason: change.reason === '' ? undefined : change.reason },
  }));

export const stepUndoing = z.strictObject({ step: z.uuid('编号不正确'), back: backTo.optional().catch(undefined) });

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

/** The desk's query string; whatever does not make sense filters nothing. */
export const lineFilter = z.object({
  q: optional(z.string().trim().min(1).max(60).refine(isPlainText)),
  agency: optional(code),
  month: optional(z.coerce.number().int().min(1).max(12)),
  source: optional(z.enum(taskSources)),
  status: optional(z.enum(lineStatuses)),
  group: optional(code),
  proposal: optional(z.coerce.number().int().min(1).max(100_000)),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type LineFilter = z.output<typeof lineFilter>;

/** All lines under the desk's filters, as its query string. */
export const restForm = z.strictObject({
  year,
  filter: z
    .string()
    .max(600)
    .default('')
    .transform((query) => lineFilter.parse(Object.fromEntries(new URLSearchParams(query)))),
  back: backTo.optional().catch(undefined),
});

/** The year in the address; null where it is none. */
export function yearOfPath(segment: string): number | null {
  return year.safeParse(segment).data ?? null;
}

const several = z.preprocess((value) => (Array.isArray(value) ? value : [value]), lineIds);

/** The page that asks for an action's value. */
export const actPage = z.object({
  action: z.enum(reviewActions),
  line: several,
  back: backTo.optional().catch(undefined),
});

/** Rows of one page of lines, and of one page of steps. */
export const pageSize = 50;
export const historySize = 50;

export const historyPage = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
