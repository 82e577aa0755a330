import { z } from 'zod';
import { categories } from '#domain/declaration/sheet/read-words.ts';
import { inspectionForms } from '#domain/inspection/kinds.ts';

const isText = (value: string) => value.isWellFormed() && !value.includes('\u0000');

const written = (max: number, required: string) =>
  z.string({ error: required }).trim().min(1, required).max(max, `不超过 ${max} 个字`).refine(isText, '含有无法识别的字符');

const matterCode = written(60, '请选择事项').regex(/^[a-z0-9-]+$/, '请选择事项');

/** A matter as the catalogue would say it. Industries are GB/T 4754 divisions; none means every industry. */
export const matterFields = z.strictObject({
  name: written(60, '请填写事项名称'),
  category: z.enum(categories, { error: '请选择检查类别' }),
  form: z.enum(inspectionForms, { error: '请选择检查方式' }),
  basisInstrument: written(100, '请填写依据的法律、法规、规章名称'),
  basisArticle: written(60, '请填写条款'),
  specialField: z.enum(['', 'yes']).default(''),
  mergeableGroup: z.string().max(60).default(''),
  industries: z
    .array(z.string().regex(/^\d{2}$/, '请选择行业'))
    .max(97, '请选择行业')
    .default([]),
  group: written(60, '请选择执法范围'),
  maxPerYear: z.coerce
    .number({ error: '写 1 至 366 的整数' })
    .int('写 1 至 366 的整数')
    .min(1, '写 1 至 366 的整数')
    .max(366, '写 1 至 366 的整数'),
});
export type MatterFields = z.output<typeof matterFields>;

const reason = written(500, '请写明理由');

export const matterAddition = matterFields.extend({ reason });
export const matterChange = matterFields.extend({ matter: matterCode, reason });
export const matterWithdrawal = z.strictObject({ matter: matterCode, reason });

export const proposalDecision = z
  .strictObject({
    proposal: z.uuid('编号不正确'),
    decision: z.enum(['accepted', 'refused'], { error: '请选择处理意见' }),
    reason: z.string().trim().max(500, '不超过 500 个字').refine(isText, '含有无法识别的字符').default(''),
  })
  .refine(({ decision, reason: why }) => decision === 'accepted' || why !== '', { path: ['reason'], error: '不采纳的，请写明理由' });
export type ProposalDecision = z.output<typeof proposalDecision>;

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

/** The catalogue's query string; whatever does not make sense filters nothing. */
export const catalogueFilter = z.object({
  q: optional(z.string().trim().min(1).max(60).refine(isText)),
  agency: optional(
    z
      .string()
      .max(60)
      .regex(/^[\w-]+$/),
  ),
  category: optional(z.enum(categories)),
  merge: optional(z.enum(['yes', 'no'])),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type CatalogueFilter = z.output<typeof catalogueFilter>;

/** A matter's code as an address names it. */
export const codeInAddress = matterCode;
