import type { Metadata } from 'next';
import { listFilings } from '#features/filing/queries/list-filings.ts';
import { loadListDesk } from '#features/filing/queries/load-list-desk.ts';
import { filingFilter } from '#features/filing/schema.ts';
import { FilingList } from '#features/filing/ui/filing-list.tsx';
import { requireFilingReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireFilingReader();
  const filter = filingFilter.parse(await searchParams);
  const [list, desk] = await Promise.all([listFilings(scope, filter), loadListDesk(scope)]);
  return <FilingList filter={filter} list={list} desk={desk} />;
}
