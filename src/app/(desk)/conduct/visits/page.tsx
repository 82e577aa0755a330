import type { Metadata } from 'next';
import { loadVisits } from '#features/conduct/queries/load-conduct.ts';
import { conductFilter } from '#features/conduct/schema.ts';
import { VisitsPage } from '#features/conduct/ui/visits-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '检查明细' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requirePlanner();
  const filter = conductFilter.parse(await searchParams);
  return <VisitsPage filter={filter} list={await loadVisits(scope, filter)} />;
}
