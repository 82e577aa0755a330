import 'server-only';
import { mayHaveKey } from '#features/api-key/queries.ts';
import { db, Prisma, type Tx } from '#platform/db.ts';
import type { AdminScope } from '#platform/scope.ts';

const size = 30;

export type WebhookRow = {
  readonly id: string;
  readonly agency: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly revokedAt: Date | null;
  readonly delivered: number;
  readonly waiting: number;
  readonly failed: number;
};
export type WebhookDesk = {
  readonly now: Date;
  readonly webhooks: readonly WebhookRow[];
  readonly agencies: readonly { readonly value: string; readonly label: string }[];
};
export type DeliveryRow = {
  readonly id: string;
  readonly event: string;
  readonly filingNo: string | null;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly status: number | null;
  readonly error: string;
  readonly deliveredAt: Date | null;
  readonly nextAt: Date | null;
};
export type Deliveries = {
  readonly now: Date;
  readonly webhook: WebhookRow;
  readonly rows: readonly DeliveryRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

const webhooksSql = ({ districtCode }: AdminScope, id: string | null) => Prisma.sql`
  SELECT webhook.id, short_name AS agency, url, events, webhook.created_at AS "createdAt", account.name AS "createdBy", revoked_at AS "revokedAt",
    counted.*, now() AS now
  FROM webhook JOIN agency ON agency.code = webhook.agency_code LEFT JOIN user_account account ON account.id = created_by_id,
    LATERAL (SELECT count(delivered_at)::int AS delivered, count(*) FILTER (WHERE delivered_at IS NULL AND next_at IS NOT NULL)::int AS waiting,
      count(*) FILTER (WHERE delivered_at IS NULL AND next_at IS NULL)::int AS failed FROM webhook_delivery WHERE webhook_id = webhook.id) counted
  WHERE agency.district_code = ${districtCode} AND (${id}::uuid IS NULL OR webhook.id = ${id}::uuid)
  ORDER BY revoked_at IS NOT NULL, webhook.created_at DESC LIMIT 200`;

const deliveriesSql = (id: string, page: number) => Prisma.sql`
  SELECT id, event, body ->> 'filingNo' AS "filingNo", created_at AS "createdAt", attempts, status, error, delivered_at AS "deliveredAt", next_at AS "nextAt"
  FROM webhook_delivery WHERE webhook_id = ${id}::uuid ORDER BY created_at DESC, id LIMIT ${size} OFFSET ${(page - 1) * size}`;

/** An agency of the district that may be told; null for every other. */
export function findAgency(tx: Tx, { districtCode }: AdminScope, code: string): Promise<{ code: string } | null> {
  return tx.agency.findFirst({ where: { code, districtCode, ...mayHaveKey }, select: { code: true } });
}

/** The district's webhooks, those in use first, and the agencies that can be given one. */
export async function loadWebhookDesk(scope: AdminScope): Promise<WebhookDesk> {
  const [clock, webhooks, agencies] = await Promise.all([
    db().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
    db().$queryRaw<WebhookRow[]>(webhooksSql(scope, null)),
    db().agency.findMany({
      where: { districtCode: scope.districtCode, ...mayHaveKey },
      orderBy: { code: 'asc' },
      select: { code: true, shortName: true },
    }),
  ]);
  return {
    now: clock[0]?.now ?? new Date(0),
    webhooks,
    agencies: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })),
  };
}

/** One webhook of the district with a page of what was sent to it; null where the district has none of this id. */
export async function loadDeliveries(scope: AdminScope, id: string, page: number): Promise<Deliveries | null> {
  const [webhook] = await db().$queryRaw<(WebhookRow & { now: Date })[]>(webhooksSql(scope, id));
  if (!webhook) return null;
  const rows = await db().$queryRaw<DeliveryRow[]>(deliveriesSql(id, page));
  const total = webhook.delivered + webhook.waiting + webhook.failed;
  return { now: webhook.now, webhook, rows, total, page, pages: Math.max(1, Math.ceil(total / size)) };
}
