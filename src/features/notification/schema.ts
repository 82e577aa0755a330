import { z } from 'zod';
import { families } from '#domain/notification/families.ts';

export const readAll = z.strictObject({});
export const messageId = z.strictObject({ message: z.uuid('编号不正确') });

const chosen = z.array(z.enum(families)).max(families.length).default([]);
/** Where a person's mail goes; empty: nowhere. */
const address = z
  .string()
  .trim()
  .max(254, '不超过 254 个字符')
  .pipe(
    z.union([z.literal(''), z.email('邮箱地址不完整，应如 name@example.gov.cn')], { error: '邮箱地址不完整，应如 name@example.gov.cn' }),
  )
  .default('');

/** For each way, the families that come by it. */
export const preferences = z.strictObject({ inApp: chosen, mail: chosen, digest: chosen, address });
export type Preferences = z.output<typeof preferences>;

/** The inbox's query string. */
export const inboxFilter = z.object({
  view: z.enum(['mine', 'role']).catch('mine'),
  family: z.enum(families).optional().catch(undefined),
  state: z.enum(['open', 'done']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type InboxFilter = z.output<typeof inboxFilter>;
