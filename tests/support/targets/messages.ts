import { asOwner } from '../api.ts';
import { makeWebhook, type WebhookTargets } from './webhooks.ts';

/** A message to one person of the agency and one to its head's post, of which nobody else knows, and a webhook of the agency. */
export type MessageTargets = WebhookTargets & { readonly message: string; readonly roleMessage: string };

export async function makeMessages(agency: string): Promise<MessageTargets> {
  const [made] = await asOwner<Omit<MessageTargets, keyof WebhookTargets>>(
    `WITH own AS (INSERT INTO notification (id, user_id, event, subject_id, text, href)
        SELECT gen_random_uuid(), id, 'filing.held', gen_random_uuid(), '测试', '/filings' FROM user_account WHERE agency_code = $1 AND role = 'agencyHead' LIMIT 1 RETURNING id),
      post AS (INSERT INTO role_message (id, district_code, agency_code, role, event, subject_id, text, href)
        SELECT gen_random_uuid(), district_code, code, 'agencyHead', 'filing.held', gen_random_uuid(), '测试', '/filings' FROM agency WHERE code = $1 RETURNING id)
    SELECT own.id AS message, post.id AS "roleMessage" FROM own, post`,
    [agency],
  );
  if (!made) throw new Error('no messages');
  return { ...made, ...(await makeWebhook(agency)) };
}
