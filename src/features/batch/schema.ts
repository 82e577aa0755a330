import { z } from 'zod';
import { draftBody } from '#features/filing/schema.ts';

/** As many enterprises as one batch holds. */
export const mostItems = 200;

const typed = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符')
    .default('');
const id = z.uuid('编号不正确');
const ids = z.array(id).max(mostItems, `一批不超过 ${mostItems} 家`).default([]);
const each = z.array(typed(12)).max(mostItems, `一批不超过 ${mostItems} 家`).default([]);

/** What all visits of a batch share: the filing form but for enterprise and time, and how the times shall lie. */
export const batchBody = draftBody.omit({ month: true, day: true, endDay: true, startTime: true, endTime: true }).extend({
  firstDay: typed(10),
  perDay: typed(2),
  minutes: typed(3),
});
export type BatchBody = z.output<typeof batchBody>;

/** Which enterprises: ticked in the register, drawn and still to be filed, or by their codes; and what to begin with. */
export const batchStart = z.strictObject({
  enterprises: ids,
  outcomes: ids,
  codes: typed(8000),
  template: z.uuid().optional(),
});
export type BatchStart = z.output<typeof batchStart>;

/** The form of a batch: what is shared, a time for each place, and which button was pressed: `check`, `propose`, `add`, `remove:3` or `slot:3:<start>/<end>`. */
export const batchForm = batchBody.extend({ batch: id, intent: typed(120), codes: typed(8000), days: each, starts: each, ends: each });
export type BatchForm = z.output<typeof batchForm>;

export const batchId = z.strictObject({ batch: id });

/** The query string of the first page: what to look for in the register, which entry's drawn enterprises to show. */
export const batchSearch = z.object({
  q: z.string().trim().min(1).max(60).optional().catch(undefined),
  entry: z.string().trim().min(1).max(60).optional().catch(undefined),
  template: z.uuid().optional().catch(undefined),
});
export type BatchSearch = z.output<typeof batchSearch>;

export const batchPage = z.object({ page: z.coerce.number().int().min(1).max(500).catch(1) });

/** The codes in a pasted text, each once, whatever stands between them. */
export function codesIn(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^0-9A-Z]+/);
  return [...new Set(words.filter((word) => word !== ''))];
}
