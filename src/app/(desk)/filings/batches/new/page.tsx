import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadStartDesk } from '#features/batch/queries/load-start-desk.ts';
import { batchSearch } from '#features/batch/schema.ts';
import { BatchStartPage } from '#features/batch/ui/start-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '新建批量备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  if (scope.actor.type !== 'user' || scope.actor.role !== 'agencyFiler') notFound();
  const search = batchSearch.parse(await searchParams);
  return <BatchStartPage search={search} desk={await loadStartDesk(scope, search)} />;
}
