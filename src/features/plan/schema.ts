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
