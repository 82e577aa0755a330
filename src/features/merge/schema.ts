import { z } from 'zod';

const year = z.coerce.number({ error: '请选择年度' }).int('请选择年度').min(2020, '请选择年度').max(2099, '请选择年度');
const reason = z
  .string({ error: '请写明理由' })
  .trim()
  .max(200, '不超过 200 个字')
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');

export const runRequest = z.strictObject({
  year,
  seconds: z.coerce.number({ error: '请选择时限' }).int('请选择时限').min(5, '至少 5 秒').max(300, '至多 300 秒').default(60),
});
export type RunRequest = z.output<typeof runRequest>;

export const runId = z.strictObject({ run: z.uuid('编号不正确') });
export type RunId = z.output<typeof runId>;

const month = z.coerce.number({ error: '请选择月份' }).int('请选择月份').min(1, '请选择月份').max(12, '请选择月份');

/** Accepting may choose another lead, or other months; refusing needs a reason. */
export const mergeDecision = z.strictObject({
  proposal: z.uuid('编号不正确'),
  choice: z.enum(['accept', 'refuse'], { error: '请选择采纳或不合并' }),
  lead: z.string().max(60, '请选择单位').optional(),
  months: z.array(month).max(12, '请选择月份').default([]),
  reason: reason.default(''),
});
export type MergeDecision = z.output<typeof mergeDecision>;

const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);
/** What the page of a whole run is asked for; whatever cannot be read is the beginning. */
export const mergePages = z.object({ page: pageNumber, pairs: pageNumber });
export type MergePages = z.output<typeof mergePages>;
