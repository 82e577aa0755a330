import 'server-only';
import { isReceived, secondsToRetry } from '#domain/webhook/retry.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { type Posted, postOutside, signBody, webhookSecret } from '#platform/outbound.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';

const answerSeconds = 8;
const atOnce = 20;

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

/** Takes a delivery that is due: of two who try at once one gets it. Should this process end now, it is due again in two minutes. */
async function claim(id: string): Promise<Delivery | null> {
  const [delivery] = await db().$queryRaw<Delivery[]>(Prisma.sql`
    UPDATE webhook_delivery due SET attempts = attempts + 1, next_at = now() + interval '2 minutes' FROM webhook JOIN agency ON agency.code = agency_code
    WHERE due.id = ${id}::uuid AND webhook.id = due.webhook_id AND revoked_at IS NULL AND delivered_at IS NULL AND next_at <= now()
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

async function sendDelivery(id: string, requestId: string): Promise<void> {
  const delivery = await claim(id);
  if (!delivery) return;
  const posted = await post(delivery);
  const origin = { actor: { type: 'system' as const }, requestId, districtCode: delivery.districtCode };
  await runCommand({
    scope: systemScope(delivery.districtCode),
    origin,
    command: (context) => noteDelivery(context, { delivery, posted }),
  });
}

/** Deliveries whose time has come: retries, and those whose own job was lost. */
async function findDue(): Promise<string[]> {
  const rows = await db().$queryRaw<
    { id: string }[]
  >(Prisma.sql`SELECT due.id FROM webhook_delivery due JOIN webhook ON webhook.id = webhook_id
    WHERE next_at <= now() AND delivered_at IS NULL AND revoked_at IS NULL ORDER BY next_at LIMIT ${atOnce}`);
  return rows.map(({ id }) => id);
}

/** Each delivery as soon as its event is committed; every minute what is to be tried again. */
export const webhookSend: Job<{ delivery?: string }> = {
  name: 'webhook-send',
  schedule: '* * * * *',
  run: async ({ delivery }, requestId) => {
    const due = delivery ? [delivery] : await findDue();
    await Promise.all(due.map((id) => sendDelivery(id, requestId)));
  },
};
