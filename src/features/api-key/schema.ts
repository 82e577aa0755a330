import { z } from 'zod';

export const keyCreation = z.strictObject({
  agency: z.string({ error: '请选择单位' }).min(1, '请选择单位').max(60, '请选择单位'),
  label: z
    .string({ error: '请填写用途' })
    .trim()
    .min(1, '请填写用途')
    .max(60, '不超过 60 个字')
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符'),
});
export type KeyCreation = z.output<typeof keyCreation>;

export const keyId = z.strictObject({ key: z.uuid('编号不正确') });
