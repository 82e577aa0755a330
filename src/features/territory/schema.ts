import { z } from 'zod';
import { contactKinds } from '#domain/territory/contact-kinds.ts';
import { text } from '#features/filing/schema.ts';

export const noticeId = z.strictObject({ filing: z.uuid('编号不正确') });

/** Nothing is asked: everything that waits is meant. */
export const everything = z.strictObject({});

/** Who of the territory said so on the telephone. */
export const phonedNotice = noticeId.extend({ who: text(60, '请写明接电话的人') });

export const contactAssignment = z.strictObject({
  enterprise: z.uuid('请选择企业'),
  kind: z.enum(contactKinds, { error: '请选择联系领导或联络员' }),
  user: z.uuid('请选择人员'),
});

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const words = optional(
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000')),
);
const pageNo = z.coerce.number().int().min(1).max(200).catch(1);

/** The list of key enterprises with their contacts; `lacking` leaves those without a leader or a liaison. */
export const contactFilter = z.object({ q: words, lacking: optional(z.enum(['yes'])), page: pageNo });
export type ContactFilter = z.output<typeof contactFilter>;

/** Of a list that is only paged. */
export const pageQuery = z.object({ page: pageNo });
