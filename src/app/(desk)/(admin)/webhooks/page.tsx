import type { Metadata } from 'next';
import { loadWebhookDesk } from '#features/webhook/queries/load-webhooks.ts';
import { WebhookDeskPage } from '#features/webhook/ui/webhook-desk.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '回调' };

export default async function Page() {
  return <WebhookDeskPage desk={await loadWebhookDesk(await requireAdmin('securityAdmin'))} />;
}
