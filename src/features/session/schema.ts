import { z } from 'zod';

const typed = (max: number, required: string) =>
  z
    .string({ error: required })
    .min(1, required)
    .max(max, `不超过 ${max} 个字符`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');

export const signIn = z.strictObject({
  district: z.string({ error: '请选择区县' }).regex(/^\d{6}$/, '请选择区县'),
  username: typed(60, '请填写账号').transform((name) => name.trim().toLowerCase()),
  password: typed(200, '请填写密码'),
});
export type SignIn = z.output<typeof signIn>;

export const signOut = z.strictObject({});

export const sessionId = z.strictObject({ session: z.uuid('编号不正确') });
