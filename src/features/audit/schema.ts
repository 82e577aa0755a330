import { z } from 'zod';

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const word = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'));

/** The log's query string; whatever does not make sense filters nothing. `before` is the number of the last record of the page before. */
export const auditFilter = z.object({
  year: optional(z.coerce.number().int().min(2020).max(2100)),
  event: optional(word),
  actor: optional(word),
  subject: optional(word),
  before: optional(z.coerce.number().int().min(1).max(2_000_000_000)),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const auditCheck = z.strictObject({ year: z.coerce.number({ error: '请选择年份' }).int().min(2020).max(2100) });
