import { z } from 'zod';
import { isDay } from '#domain/calendar/local-day.ts';
import { filingStatuses } from '#domain/inspection/lifecycle.ts';
import { filingName } from '../schema/filing-name.ts';
import { entryCheckBody, filingBody, longestVisitMs, longestVisitWords, text } from '../schema.ts';

export { filingName };

const isForward = ({ start, end }: { start: Date; end: Date }) => end > start;
const backward = { path: ['end'], error: '结束时间应晚于开始时间' };
// Also asked when one of the two was no time at all, which has been said then.
const isShort = ({ start, end }: { start: Date; end: Date }) => !(Number(end) - Number(start) > longestVisitMs);
const tooLong = { path: ['end'], error: longestVisitWords };

/** The bodies as the API takes them: fields of one call have to fit each other. */
export const filingInput = filingBody.refine(isForward, backward).refine(isShort, tooLong);
export const entryCheckInput = entryCheckBody.refine(isForward, backward).refine(isShort, tooLong);

const day = z.string().refine(isDay, '应为 2026-12-22 这样的日期');
const statusList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(filingStatuses, { error: `应为 ${filingStatuses.join('、')} 中的一个或几个，用逗号隔开` })));

/** The place where a page ended, as text that means nothing to others. */
export function encodeCursor({ start, id }: { start: Date; id: string }): string {
  return Buffer.from(`${start.toISOString()} ${id}`).toString('base64url');
}

const cursor = z
  .string()
  .max(200)
  .transform((text) => Buffer.from(text, 'base64url').toString().split(' '))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()], { error: '不是本接口给出的 cursor' }))
  .transform(([start, id]) => ({ start: new Date(start), id }))
  .refine(({ start }) => start.getUTCFullYear() >= 1900 && start.getUTCFullYear() < 2200, '不是本接口给出的 cursor');

/** Query of the list: local days, inclusive. */
export const filingListQuery = z.strictObject({
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  status: statusList.default([]),
  cursor: cursor.nullable().default(null),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, '应为 1 到 100')
    .transform(Number)
    .default(100),
});

/** The body of `POST …/withdrawal`. */
export const withdrawalBody = z.strictObject({ reason: text(500, '请写明理由') });
export const withdrawalCall = withdrawalBody.extend(filingName.shape).transform(({ filingNo, reason }) => ({ filing: filingNo, reason }));
