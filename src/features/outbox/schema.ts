import { z } from 'zod';

export const messageStatuses = ['queued', 'sent', 'failed'] as const;

/** Filters of the list of messages, in the address; what is not understood filters nothing. */
export const outboxFilter = z.object({
  status: z.enum(messageStatuses).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OutboxFilter = z.output<typeof outboxFilter>;

/** Rows on one page of the list. */
export const messagesOnPage = 50;

export const messageId = z.strictObject({ message: z.uuid('编号不正确') });

/** The district's own: there is nothing to choose. */
export const nothing = z.strictObject({});
