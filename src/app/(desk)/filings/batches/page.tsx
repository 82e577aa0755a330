import type { Metadata } from 'next';
import { listBatches } from '#features/batch/queries/load-batch.ts';
import { batchPage } from '#features/batch/schema.ts';
import { BatchListPage } from '#features/batch/ui/list-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '批量备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const { page } = batchPage.parse(await searchParams);
  const canFile = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  return <BatchListPage list={await listBatches(scope, page)} canFile={canFile} />;
}
