import 'server-only';
import { isReceived, secondsToRetry } from '#domain/webhook/retry.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { type Posted, postOutside, signBody, webhookSecret } from '#platform/outbound.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';

const answerSeconds = 8;
const atOnce = { each: 10, all: 50 } as const;

type Delivery = {
  readonly id: string;
  readonly webhook: string;
  readonly url: string;
  readonly districtCode: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly now: Date;
};

/**
 * A webhook whose receiver does not answer: something failed and waits for its next try, and nothing got through lately. Others must not
 * wait for it, so it gets one try a minute.
 */
const isSilentSql = Prisma.sql`(EXISTS (SELECT FROM webhook_delivery failed WHERE failed.webhook_id = webhook.id AND failed.attempts > 0
    AND failed.delivered_at IS NULL AND failed.next_at > now() AND (failed.status IS NOT NULL OR failed.error <> ''))
  AND NOT EXISTS (SELECT FROM webhook_delivery got WHERE got.webhook_id = webhook.id AND got.delivered_at > now() - interval '2 minutes'))`;

/** Takes a delivery that is due: of two who try at once one gets it. Should this process end now, it is due again in two minutes. */
async function claim({ id, isSwept }: { id: string; isSwept: boolean }): Promise<Delivery | null> {
  const [delivery] = await db().$queryRaw<Delivery[]>(Prisma.sql`
    UPDATE webhook_delivery due SET attempts = attempts + 1, next_at = now() + interval '2 minutes' FROM webhook JOIN agency ON agency.code = agency_code
    WHERE due.id = ${id}::uuid AND webhook.id = due.webhook_id AND revoked_at IS NULL AND delivered_at IS NULL AND next_at <= now()
      AND (${isSwept} OR NOT ${isSilentSql})
    RETURNING due.id, webhook.id AS webhook, url, district_code AS "districtCode", event, body, attempts, now() AS now`);
  return delivery ?? null;
}

function post({ id, webhook, url, event, body, now }: Delivery): Promise<Posted> {
  const text = JSON.stringify({ id, ...body });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'ningqi-webhook/1',
    'ningqi-event': event,
    'ningqi-delivery': id,
    'ningqi-signature': signBody(webhookSecret(webhook), now, text),
  };
  return postOutside({ url, body: text, headers, seconds: answerSeconds });
}

type Noted = { readonly delivery: Delivery; readonly posted: Posted };

/** Writes down what came of a try, and when the next one is. */
async function noteDelivery({ tx, now, record }: Command<SystemScope>, { delivery, posted }: Noted): Promise<Outcome<null>> {
  const { id, attempts } = delivery;
  const received = posted.status !== null && isReceived(posted.status);
  const seconds = received ? null : secondsToRetry(attempts);
  const nextAt = seconds === null ? null : new Date(now.getTime() + seconds * 1000);
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, attempts, deliveredAt: null, nextAt: { not: null } },
    data: { ...posted, nextAt, deliveredAt: received ? now : null },
  });
  if (count === 0) return stale('这次推送已另有结果。');
  record(received ? 'webhook.delivered' : 'webhook.failed', id, {
    webhook: delivery.webhook,
    attempts,
    status: posted.status,
    isLast: nextAt === null,
  });
  return ok(null);
}

async function sendDelivery(wanted: { id: string; isSwept: boolean }, requestId: string): Promise<void> {
  const delivery = await claim(wanted);
  if (!delivery) return;
  const posted = await post(delivery);
  const origin = { actor: { type: 'system' as const }, requestId, districtCode: delivery.districtCode };
  await runCommand({
    scope: systemScope(delivery.districtCode),
    origin,
    command: (context) => noteDelivery(context, { delivery, posted }),
  });
}

/** Deliveries whose time has come, some of each webhook, a single one of a silent one: retries, and those whose own job was lost. */
async function findDue(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM (SELECT due.id, due.next_at, row_number() OVER (PARTITION BY webhook.id ORDER BY due.next_at, due.id) AS place,
        ${isSilentSql} AS silent
      FROM webhook_delivery due JOIN webhook ON webhook.id = webhook_id
      WHERE due.next_at <= now() AND due.delivered_at IS NULL AND revoked_at IS NULL) waiting
    WHERE place <= CASE WHEN silent THEN 1 ELSE ${atOnce.each} END ORDER BY place, next_at LIMIT ${atOnce.all}`);
  return rows.map(({ id }) => id);
}

/** Each delivery as soon as its event is committed, unless its receiver is silent; every minute what is to be tried again. */
export const webhookSend: Job<{ delivery?: string }> = {
  name: 'webhook-send',
  schedule: '* * * * *',
  run: async ({ delivery }, requestId) => {
    const isSwept = delivery === undefined;
    const due = delivery ? [delivery] : await findDue();
    await Promise.all(due.map((id) => sendDelivery({ id, isSwept }, requestId)));
  },
};
