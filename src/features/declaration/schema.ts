import { z } from 'zod';

/** A line of text as typed: trimmed, well formed, no NUL, possibly empty. */
export const typed = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符')
    .default('');

/** The same where something has to be written. */
export const written = (max: number, required: string) =>
  z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(max, `不超过 ${max} 个字`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符');

const year = z.coerce.number({ error: '请选择年度' }).int('请选择年度').min(2000, '请选择年度').max(2199, '请选择年度');

export const declarationBeginning = z.strictObject({
  year,
  kind: z.enum(['annual', 'special'], { error: '请选择计划种类' }),
  approvalDocument: typed(100),
});
export type DeclarationBeginning = z.output<typeof declarationBeginning>;

export const declarationId = z.strictObject({ declaration: z.uuid('编号不正确') });

export const approvalDocument = declarationId.extend({ approvalDocument: written(100, '请填写批准文件的名称和文号') });
export type ApprovalDocument = z.output<typeof approvalDocument>;

/** `submittedAt`: which sending of it was on the page. */
export const declarationApproval = declarationId.extend({ submittedAt: z.iso.datetime('请刷新页面后再批准') });

/** `isEmpty`: expressly nothing to declare (零申报). */
export const declarationSubmission = declarationId.extend({ isEmpty: z.literal('yes').optional() });
export type DeclarationSubmission = z.output<typeof declarationSubmission>;

export const reasonedDeclaration = declarationId.extend({ reason: written(500, '请写明理由') });

export const lineId = z.strictObject({ line: z.uuid('编号不正确') });

/** The page of declarations: which year the office looks at. */
export const declarationFilter = z.object({ year: year.optional().catch(undefined) });

export const linePage = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });
