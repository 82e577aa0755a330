import type { Metadata } from 'next';
import { listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { drawnFilter } from '#features/filing/schema.ts';
import { DrawnVisitsPage } from '#features/filing/ui/drawn-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '待备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const filter = drawnFilter.parse(await searchParams);
  const canFile = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  return <DrawnVisitsPage filter={filter} list={await listDrawnVisits(scope, filter)} canFile={canFile} />;
}
