import { asOwner } from '../api.ts';

/** A webhook of the agency and a delivery that waits. */
export type WebhookTargets = { readonly webhook: string; readonly delivery: string };

export async function makeWebhook(agency: string): Promise<WebhookTargets> {
  const [made] = await asOwner<WebhookTargets>(
    `WITH hook AS (INSERT INTO webhook (id, agency_code, url, events) VALUES (gen_random_uuid(), $1, 'https://example.cn/', '{visit.left}') RETURNING id)
    INSERT INTO webhook_delivery (id, webhook_id, event, body) SELECT gen_random_uuid(), id, 'visit.left', '{}' FROM hook
    RETURNING webhook_id AS webhook, id AS delivery`,
    [agency],
  );
  if (!made) throw new Error('no webhook');
  return made;
}
