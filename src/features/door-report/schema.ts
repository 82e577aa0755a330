import { z } from 'zod';
import { doorGrounds, doorKinds, seenWrongs } from '#domain/feedback/door.ts';

const text = z
  .string()
  .trim()
  .max(1000, '不超过 1000 个字')
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/\r?\n/g, '')), '含有无法识别的字符')
  .default('');

/** What somebody at the door says: what differs, on what ground entry was refused, or a question. No name is asked. */
export const doorReport = z
  .strictObject({
    kind: z.enum(doorKinds, { error: '请选择要反映什么' }),
    code: z.string().max(80, '查验码太长').default(''),
    district: z.string({ error: '请选择在哪个区县' }).regex(/^\d{6}$/, '请选择在哪个区县'),
    what: z
      .array(z.enum([...seenWrongs, ...doorGrounds], { error: '没有这个选项' }))
      .max(10)
      .default([])
      .transform((all) => [...new Set(all)]),
    text,
    phone: z
      .string()
      .trim()
      .regex(/^([\d+ -]{7,20})?$/, '电话只含数字、空格和短横线')
      .default(''),
  })
  .superRefine(({ kind, what, text: said, phone }, context) => {
    const allowed: readonly string[] = kind === 'notAsFiled' ? seenWrongs : kind === 'refusedEntry' ? doorGrounds : [];
    const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (what.some((one) => !allowed.includes(one))) add('what', '没有这个选项');
    if (kind === 'notAsFiled' && what.length === 0 && said === '') add('what', '请勾选哪里不一样，或写在下面');
    if (kind === 'refusedEntry' && what.length === 0) add('what', '请选择拒绝的理由');
    if (kind === 'question' && said === '') add('text', '请写下要问的');
    if (kind === 'question' && phone === '') add('phone', '请留下电话，办公室给您回电');
  });
export type DoorReportInput = z.output<typeof doorReport>;

/** What the page is about, in its address. */
export const doorQuery = z.object({
  kind: z.enum(doorKinds).catch('notAsFiled'),
  code: z.string().max(80).catch(''),
});
export type DoorQuery = z.output<typeof doorQuery>;

export const doorAnswer = z.strictObject({
  report: z.uuid('编号不正确'),
  answer: z
    .string({ error: '请写明答复' })
    .trim()
    .min(1, '请写明答复')
    .max(1000, '不超过 1000 个字')
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/\r?\n/g, '')), '含有无法识别的字符'),
});
