import { z } from 'zod';
import { drawStatuses, replacementReasons, voidReasons } from '#domain/draw/lifecycle.ts';
import { lotteries } from '#domain/draw/lotteries.ts';

const words = (most: number, missing = '请填写文字') =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, `不超过 ${most} 个字`)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/\r?\n/g, '')), '含有无法识别的字符');
const id = z.uuid('编号不正确');
const hex = (what: string) =>
  z
    .string({ error: `请填写${what}` })
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, `${what}是 64 位十六进制数（0—9、a—f）`);
const sample = z.coerce.number({ error: '户数是数字' }).int('户数是整数').min(1, '至少抽 1 家').max(1_000_000, '户数太大');

export const drawId = z.strictObject({ draw: id });
export type DrawId = z.output<typeof drawId>;

/** When a lottery's number is announced: 2026-12-01 21:30, Beijing time. */
const announced = z
  .string()
  .trim()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[ T]([01]\d|2[0-3]):[0-5]\d$/, '时间写成 2026-12-01 21:30')
  .transform((text) => `${text.replace(' ', 'T')}:00+08:00`);

/** The entry to draw for, other entries of one's own to draw in the same draw, and a public number that will take part. */
export const drawPreparation = z
  .strictObject({
    entry: id,
    sample: sample.optional(),
    also: z.array(id).max(9, '一次最多一起抽 10 项').default([]),
    lottery: z.enum(lotteries, { error: '请选择彩种' }).optional(),
    issue: words(30).optional(),
    at: announced.optional(),
  })
  .superRefine(({ lottery, issue, at }, context) => {
    const given = Object.entries({ lottery, issue, at });
    if (given.every(([, value]) => value === undefined)) return;
    for (const [field, value] of given) {
      if (value === undefined) context.addIssue({ code: 'custom', path: [field], message: '用公共号码时，彩种、期号、开奖时间都要填写' });
    }
  });
export type DrawPreparation = z.output<typeof drawPreparation>;

export const drawEntry = z.strictObject({ draw: id, entry: id, sample: sample.optional() });
export type DrawEntryChoice = z.output<typeof drawEntry>;

export const commitment = z.strictObject({ draw: id, commitment: hex('承诺') });
export const reveal = z.strictObject({ draw: id, secret: hex('原文') });
export const typedNumber = z.strictObject({
  draw: id,
  digits: z
    .string({ error: '请录入号码' })
    .trim()
    .regex(/^\d{1,64}$/, '号码只含数字，按开奖顺序连写'),
});

/** Anybody's objection to a frozen record: draw as {year}-{serial}, `who` a USCC or the number of a credential. */
export const objection = z.strictObject({
  district: z.string().regex(/^\d{6}$/, '区县代码不正确'),
  no: z.string().regex(/^\d{4}-\d{1,6}$/, '抽取编号不正确'),
  who: words(40, '请填写统一社会信用代码或执法证号').transform((text) => text.toUpperCase()),
  name: words(30, '请填写姓名'),
  phone: z
    .string({ error: '请填写电话' })
    .trim()
    .regex(/^[\d+ -]{7,20}$/, '电话只含数字、空格和短横线'),
  text: words(1000, '请写明哪里不对'),
});
export type Objection = z.output<typeof objection>;

export const objectionAnswer = z.strictObject({
  objection: id,
  decision: z.enum(['upheld', 'rejected'], { error: '请选择异议是否成立' }),
  answer: words(1000, '请写明答复'),
});
export type ObjectionAnswer = z.output<typeof objectionAnswer>;

export const drawVoid = z.strictObject({
  draw: id,
  reason: z.enum(voidReasons, { error: '请选择作废的原因' }),
  note: words(500, '请写明情况'),
});
export type DrawVoid = z.output<typeof drawVoid>;

export const drawRetry = z.strictObject({ draw: id, note: words(500, '请写明为什么另起一轮') });
export type DrawRetry = z.output<typeof drawRetry>;

/** The next in order takes an outcome's place. */
export const replacement = z.strictObject({
  outcome: id,
  reason: z.enum(replacementReasons, { error: '请选择递补的原因' }).exclude(['quotaRaised']),
  note: words(300, '请写明情况'),
});
export type Replacement = z.output<typeof replacement>;

/** One more enterprise, because the plan's quota was raised. */
export const addition = z.strictObject({ draw: id, entry: id, note: words(300, '请写明情况') });
export type Addition = z.output<typeof addition>;

const choice = <T extends readonly [string, ...string[]]>(all: T) => z.enum(all).optional().catch(undefined);

/** Filters of the list of draws, in the address. */
export const drawFilter = z.object({
  status: choice(drawStatuses),
  year: z.coerce.number().int().min(2000).max(2199).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DrawFilter = z.output<typeof drawFilter>;

/** Which entry a page of a new draw is about, and what sample is tried. */
export const newDraw = z.object({ entry: id.optional().catch(undefined), sample: sample.optional().catch(undefined) });
