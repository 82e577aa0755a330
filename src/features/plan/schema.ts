import { z } from 'zod';

const year = z.coerce.number({ error: '年度不正确' }).int('年度不正确').min(2020, '年度不正确').max(2100, '年度不正确');
const words = (most: number) =>
  z
    .string({ error: '请填写文字' })
    .trim()
    .max(most, `不超过 ${most} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');

/** What the office publishes: the version it was made from, and what was shown when the button was pressed. */
export const planPublication = z.strictObject({
  year,
  /** Number of the version in force that was seen, 0 for none. */
  base: z.coerce.number({ error: '版次不正确' }).int('版次不正确').min(0, '版次不正确'),
  /** Hash of the entries that were seen. */
  seen: z.string({ error: '内容不正确' }).regex(/^[0-9a-f]{64}$/, '内容不正确'),
  note: words(500).default(''),
});
export type PlanPublication = z.output<typeof planPublication>;

/** Filters of a published plan's entries, as the page's address holds them; what makes no sense filters nothing. */
export const entryFilter = z.object({
  agency: words(60).optional().catch(undefined),
  month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  kind: z.enum(['annual', 'special']).optional().catch(undefined),
  q: words(60).optional().catch(undefined),
});
export type EntryFilter = z.output<typeof entryFilter>;

/** The page's whole query string: filters, which version, which part of it. */
export const planQuery = entryFilter.extend({
  version: z.coerce.number().int().min(1).max(9999).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});
export type PlanQuery = z.output<typeof planQuery>;

const district = z.string({ error: '请填写六位区划代码' }).regex(/^\d{6}$/, '请填写六位区划代码');

/** A plan in the path of a page: anything else is not found. */
export const planAddress = z.object({ district, year });

/** Open data: which plan, the version in force unless another is named. */
export const openPlanQuery = z.strictObject({
  district,
  year,
  version: z.coerce.number({ error: '版次不正确' }).int('版次不正确').min(1, '版次不正确').max(9999, '版次不正确').optional(),
});
export const openDistrictQuery = z.strictObject({ district });
export const noQuery = z.strictObject({});
/** Integration API: the year in the path. */
export const ownPlanQuery = z.strictObject({ year });
