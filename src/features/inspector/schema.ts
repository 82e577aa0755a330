import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { validities } from '#domain/register/inspector-fields.ts';

const isPlainText = (value: string) => value.isWellFormed() && !value.includes('\u0000');
const words = z.string().trim().min(1).max(60).refine(isPlainText);
const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const code = z
  .string()
  .max(60)
  .regex(/^[\w-]+$/);

/** The list's query string; whatever does not make sense filters nothing. */
export const inspectorFilter = z.object({
  q: optional(words),
  agency: optional(code),
  validity: optional(z.enum(validities)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type InspectorFilter = z.output<typeof inspectorFilter>;
export const pageSize = 50;

const id = z.uuid('编号不正确');
export const inspectorId = z.strictObject({ inspector: id });

const day = z
  .string()
  .trim()
  .refine((value) => value === '' || isDay(value), '请按 2026-09-21 的样子填写日期')
  .default('')
  .transform((value) => (value === '' ? null : value));

/** What an agency changes of one of its inspectors; `seen` is the row that the form was made of. */
export const inspectorChange = inspectorId.extend({
  seen: z.string().regex(/^[0-9a-f]{32}$/, '请重新打开这一页'),
  groups: z.array(code).max(50).default([]),
  validFrom: day,
  validTo: day,
  leftOn: day,
});
export type InspectorChange = z.output<typeof inspectorChange>;

/** An enterprise that an inspector is not sent to, by code or whole name, and why. */
export const recusalForm = inspectorId.extend({
  enterprise: z
    .string({ error: '请填写企业' })
    .trim()
    .min(1, '请填写企业的代码或全称')
    .max(100, '不超过 100 个字')
    .refine(isPlainText, '含有无法识别的字符'),
  reason: z
    .string({ error: '请写明理由' })
    .trim()
    .min(1, '请写明回避的理由')
    .max(200, '不超过 200 个字')
    .refine(isPlainText, '含有无法识别的字符'),
});
export type RecusalForm = z.output<typeof recusalForm>;

export const recusalEnd = inspectorId.extend({ enterprise: id });
