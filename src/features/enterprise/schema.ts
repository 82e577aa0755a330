import { z } from 'zod';
import { isSection } from '#domain/enterprise/industry.ts';

const isPlainText = (value: string) => value.isWellFormed() && !value.includes('\u0000');
const words = z.string().trim().min(1).max(60).refine(isPlainText);
const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const flag = optional(z.enum(['yes', 'no']));

/** The search of the enterprise register: words of a name, a code or a spelling. */
export const enterpriseSearch = z.object({ q: optional(words) });

/** The register's query string; whatever does not make sense filters nothing. */
export const enterpriseFilter = z.object({
  q: optional(words),
  territory: optional(
    z
      .string()
      .max(40)
      .regex(/^[\w-]+$/),
  ),
  section: optional(z.string().length(1).refine(isSection)),
  risk: optional(z.enum(['A', 'B', 'C', 'D'])),
  status: optional(z.enum(['active', 'suspended', 'cancelled'])),
  key: flag,
  park: flag,
  undisturbed: flag,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type EnterpriseFilter = z.output<typeof enterpriseFilter>;
export const pageSize = 50;

const id = z.uuid('编号不正确');
export const enterpriseId = z.strictObject({ enterprise: id });

/** The pair that a page compares */
export const pairQuery = z.object({ one: id, other: id });

/** Two rows found to be one enterprise: the kept one is one of them. */
export const mergeForm = z
  .strictObject({
    one: id,
    other: id,
    kept: z.uuid('请选择保留哪一条'),
    reason: z.string().trim().min(1, '请写明为什么是同一家企业').max(500, '不超过 500 个字').refine(isPlainText, '含有无法识别的字符'),
  })
  .refine(({ one, other, kept }) => kept === one || kept === other, { path: ['kept'], error: '请选择保留哪一条' })
  .transform(({ one, other, kept, reason }) => ({ kept, merged: kept === one ? other : one, reason }));
export type MergeInput = z.output<typeof mergeForm>;

export const mergeUndoing = z.strictObject({ merge: id });

/** Which page of the suspected pairs is shown. */
export const duplicatePage = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
