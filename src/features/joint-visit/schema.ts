import { z } from 'zod';

const id = z.uuid('编号不正确');
const oneOrMore = z
  .union([id.transform((one) => [one]), z.array(id)])
  .pipe(z.array(z.string()).min(2, '至少选两个单位').max(10, '不超过 10 项'));

/** The outcomes at one enterprise that become one visit, and the agency that leads it. */
export const visitJoining = z.strictObject({
  enterprise: id,
  outcomes: oneOrMore,
  lead: z.string({ error: '请选择牵头单位' }).trim().min(1, '请选择牵头单位').max(60),
});
export type VisitJoining = z.output<typeof visitJoining>;

export const allJoining = z.strictObject({});

export const visitParting = z.strictObject({
  jointVisit: id,
  reason: z
    .string({ error: '请写明理由' })
    .trim()
    .min(1, '请写明理由')
    .max(500, '不超过 500 个字')
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), '含有无法识别的字符'),
});
export type VisitParting = z.output<typeof visitParting>;

export const jointViews = ['proposals', 'joined', 'apart'] as const;
/** The page's query string; whatever does not make sense shows the first page of the proposals. */
export const jointFilter = z.object({
  view: z.enum(jointViews).catch('proposals'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type JointFilter = z.output<typeof jointFilter>;
