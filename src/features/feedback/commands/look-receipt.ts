import 'server-only';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hashText } from '#platform/entropy.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { PublicScope } from '#platform/scope.ts';
import { sayWait } from './open-rating.ts';

type Weighed = { readonly receipt: string; readonly wait: number | null };

/** Takes one of the points that an address has for receipts. */
export async function weighReceipt({ receipt }: { receipt: string }): Promise<Weighed> {
  return { receipt, wait: await takePoint('receiptAddress', await callerAddress()) };
}

type Found = {
  readonly id: string;
  readonly kind: string;
  readonly on: Date;
  readonly doneOn: Date | null;
  readonly waits: boolean;
  readonly answer: string;
};

async function findReceipt(tx: Tx, hash: string): Promise<Found | null> {
  const [row] = await tx.$queryRaw<Found[]>(Prisma.sql`
    SELECT feedback.id, 'feedback' AS kind, answered_on AS "on", (done_at AT TIME ZONE 'Asia/Shanghai')::date AS "doneOn",
      task.feedback_id IS NOT NULL AND done_at IS NULL AS waits, '' AS answer
    FROM feedback LEFT JOIN callback_task task ON task.feedback_id = feedback.id WHERE receipt_hash = ${hash}
    UNION ALL
    SELECT id, kind, (raised_at AT TIME ZONE 'Asia/Shanghai')::date, (answered_at AT TIME ZONE 'Asia/Shanghai')::date, answered_at IS NULL, answer
    FROM door_report WHERE receipt_hash = ${hash} LIMIT 1`);
  return row ?? null;
}

function sayFound({ kind, on, doneOn, waits, answer }: Found, now: Date): string {
  const say = (day: Date) => sayDay(plainDayOf(day), dayOf(now));
  const what = kind === 'feedback' ? '评价' : '反映';
  if (waits) return `${say(on)} 收到您的${what}，办公室正在处理。`;
  if (doneOn === null) return `${say(on)} 收到您的${what}，已计入。`;
  return kind === 'feedback'
    ? `${say(on)} 收到您的评价，${say(doneOn)} 办公室已回访。`
    : `${say(on)} 收到您的反映，${say(doneOn)} 答复：${answer}`;
}

/** What became of a rating or of a report from the door: for whoever holds its receipt, and said once. */
export async function lookReceipt(
  { tx, now, record }: Command<PublicScope>,
  { receipt, wait }: Weighed,
): Promise<Outcome<{ say: string }>> {
  if (wait !== null) return stale(sayWait(wait));
  const found = await findReceipt(tx, hashText(receipt));
  if (!found) return invalid({ receipt: ['没有这个回执码，请核对后再查'] });
  record('receipt.shown', found.id);
  return ok({ say: sayFound(found, now) });
}
