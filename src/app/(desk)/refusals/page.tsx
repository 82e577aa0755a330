import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listRefusals } from '#features/refusal/queries.ts';
import { refusalFilter } from '#features/refusal/schema.ts';
import { RefusalList } from '#features/refusal/ui/refusal-list.tsx';
import { requireFilingReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '不予备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireFilingReader();
  if (scope.kind === 'inspector') notFound();
  const { page } = refusalFilter.parse(await searchParams);
  return <RefusalList list={await listRefusals(scope, page)} />;
}
