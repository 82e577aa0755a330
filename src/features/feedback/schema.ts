import { z } from 'zod';
import { ratedConducts } from '#domain/feedback/conducts.data.ts';

/** 32 bytes as they stand behind the # of the link; the whole link may be pasted as well. */
const token = z
  .string({ error: '请粘贴评价链接' })
  .trim()
  .max(500, '这不是评价链接')
  .transform((text) => text.split('#').at(-1)?.trim() ?? '')
  .refine((text) => /^[\w-]{43}$/.test(text), '这不是评价链接。请从短信或邮件中复制完整的链接');

export const ratingToken = z.strictObject({ token });

const yes = (what: string) => z.enum(['yes', 'no'], { error: `请选择：${what}` }).transform((answer) => answer === 'yes');
const mark = (what: string) => z.enum(['1', '2', '3', '4', '5'], { error: `请给${what}打分` }).transform(Number);
const conductIds = ratedConducts.map(({ id }) => id);

/** One agency's rating: every question has an answer, none is given beforehand. */
export const rating = z.strictObject({
  district: z.string().regex(/^\d{6}$/, '区县代码不正确'),
  agency: z.string().regex(/^[\w-]{1,60}$/, '单位代码不正确'),
  overall: z.enum(['satisfied', 'fairly', 'dissatisfied'], { error: '请选择总体满意程度' }),
  credentialsShown: yes('出示了执法证'),
  filingShown: yes('出示了备案表或查验码'),
  codeScanned: yes('扫码查验过'),
  twoOfficers: yes('至少来了两个人'),
  asFiled: yes('查的和备案一样'),
  withinTime: yes('没有超出时间'),
  courtesy: mark('态度'),
  guidance: mark('指导'),
  disturbance: z.enum(['none', 'slight', 'heavy'], { error: '请选择对生产经营的影响' }),
  conduct: z
    .array(z.enum(conductIds, { error: '没有这个选项' }))
    .max(conductIds.length)
    .default([])
    .transform((ids) => [...new Set(ids)]),
  text: z
    .string()
    .trim()
    .max(1000, '不超过 1000 个字')
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/\r?\n/g, '')), '含有无法识别的字符')
    .default(''),
  mayCallBack: z
    .literal('yes')
    .optional()
    .transform((given) => given === 'yes'),
});
export type Rating = z.output<typeof rating>;

/** A receipt as it was shown: 16 characters in groups of four; case and hyphens do not matter. */
export const receiptLookup = z.strictObject({
  receipt: z
    .string({ error: '请填写回执码' })
    .max(60, '回执码是 16 位字母和数字')
    .transform((text) =>
      text
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s\-‐-―－]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .refine((text) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text), '回执码是 16 位字母和数字'),
});

export const invitation = z.strictObject({ filing: z.uuid('编号不正确') });

const note = z
  .string({ error: '请写明情况' })
  .trim()
  .min(1, '请写明情况')
  .max(1000, '不超过 1000 个字')
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/\r?\n/g, '')), '含有无法识别的字符');

/** A call-back: nobody answered, or it is done. */
export const callback = z.strictObject({
  feedback: z.uuid('编号不正确'),
  result: z.enum(['noAnswer', 'done'], { error: '请选择结果' }),
  note,
});
export type CallbackEntry = z.output<typeof callback>;

const choice = <T extends readonly [string, ...string[]]>(all: T) => z.enum(all).optional().catch(undefined);

/** Filters of the office's list, in the address; what is not understood filters nothing. */
export const feedbackFilter = z.object({
  agency: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
  overall: choice(['satisfied', 'fairly', 'dissatisfied']),
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  conduct: choice(['yes']),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type FeedbackFilter = z.output<typeof feedbackFilter>;

/** Rows on one page of the list. */
export const answersOnPage = 50;

const year = z.coerce.number({ error: '年度是数字' }).int().min(2000).max(2199);
const district = z.string().regex(/^\d{6}$/, '区县代码是六位数字');

/** `GET /api/public/v1/rankings?district&year`. */
export const rankingsQuery = z.strictObject({ district, year: year.optional() });
