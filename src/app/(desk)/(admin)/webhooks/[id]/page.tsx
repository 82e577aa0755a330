import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadDeliveries } from '#features/webhook/queries/load-webhooks.ts';
import { deliveryFilter, webhookId } from '#features/webhook/schema.ts';
import { DeliveriesPage } from '#features/webhook/ui/deliveries-page.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '推送记录' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireAdmin('securityAdmin');
  const asked = webhookId.safeParse({ webhook: (await params).id });
  const { page } = deliveryFilter.parse(await searchParams);
  const list = asked.success ? await loadDeliveries(scope, asked.data.webhook, page) : null;
  return list ? <DeliveriesPage list={list} /> : notFound();
}
