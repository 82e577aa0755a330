import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { alertKinds } from '#domain/conduct/alerts.ts';
import { visitChoices } from '#domain/conduct/choice.ts';

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const day = z.string().refine(isDay);
const agency = z.string().regex(/^[\w-]{1,60}$/);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The query string of the conduct pages; whatever does not make sense filters nothing. Days are local and inclusive. */
export const conductFilter = z.object({
  from: optional(day),
  to: optional(day),
  agency: optional(agency),
  only: optional(z.enum(visitChoices)),
  page,
});
export type ConductFilter = z.output<typeof conductFilter>;

export const alertFilter = z.object({
  kind: optional(z.enum(alertKinds)),
  status: z.enum(['open', 'handled']).catch('open'),
  agency: optional(agency),
  page,
});
export type AlertFilter = z.output<typeof alertFilter>;

export const alertHandling = z.object({
  alert: z.uuid('编号不正确'),
  note: z
    .string({ error: '请写明怎样处理的' })
    .trim()
    .min(1, '请写明怎样处理的')
    .max(500, '不超过 500 个字')
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符'),
});

/** Rows on one page of a list. */
export const rowsOnPage = 50;
