import { z } from 'zod';
import { contactKinds } from '#domain/territory/contact-kinds.ts';
import { text } from '#features/filing/schema.ts';

export const noticeId = z.strictObject({ filing: z.uuid('编号不正确') });

/** What a form posts of a notice that it shows. */
export const seenLine = ({ id, sentAt }: { id: string; sentAt: Date }): string => `${id} ${sentAt.toISOString()}`;

function readSeen(line: string): { filing: string; sentAt: string } {
  const [filing = '', sentAt = ''] = line.split(' ');
  return { filing, sentAt };
}

/** Nothing is asked: everything that waits is meant. */
export const everything = z.strictObject({});

/** The notice as it was read: when it was sent, for a moved visit is another visit. */
export const seenNotice = noticeId.extend({ sentAt: z.iso.datetime('请刷新后再签收').pipe(z.coerce.date()) });

/** All that stood on the page, one line each. */
export const seenNotices = z.strictObject({
  seen: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z
      .array(
        z
          .string()
          .regex(/^[\da-f-]{36} \S{1,40}$/, '请刷新后再签收')
          .transform(readSeen)
          .pipe(seenNotice),
        '请刷新后再签收',
      )
      .min(1)
      .max(500),
  ),
});

/** Who of the territory said so on the telephone. */
export const phonedNotice = seenNotice.extend({ who: text(60, '请写明接电话的人') });

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
