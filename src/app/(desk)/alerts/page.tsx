import type { Metadata } from 'next';
import { listAlerts } from '#features/conduct/queries/list-alerts.ts';
import { alertFilter } from '#features/conduct/schema.ts';
import { AlertList } from '#features/conduct/ui/alert-list.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '提醒' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requireOffice();
  const filter = alertFilter.parse(await searchParams);
  return <AlertList filter={filter} list={await listAlerts(scope, filter)} />;
}
