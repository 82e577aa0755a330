import type { Metadata } from 'next';
import { countOpenAlerts } from '#features/conduct/queries/list-alerts.ts';
import { loadConduct } from '#features/conduct/queries/load-conduct.ts';
import { conductFilter } from '#features/conduct/schema.ts';
import { ConductPage } from '#features/conduct/ui/conduct-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '入企监督' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requirePlanner();
  const filter = conductFilter.parse(await searchParams);
  const [desk, open] = await Promise.all([loadConduct(scope, filter), scope.kind === 'office' ? countOpenAlerts(scope) : null]);
  return <ConductPage filter={filter} desk={desk} openAlerts={open} />;
}
