import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadHistory } from '#features/review/queries/list-steps.ts';
import { historyPage, yearOfPath } from '#features/review/schema.ts';
import { HistoryPage } from '#features/review/ui/history-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '审核记录' };

type Asked = { params: Promise<{ year: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Asked) {
  const scope = await requireOffice();
  const year = yearOfPath((await params).year) ?? notFound();
  return <HistoryPage history={await loadHistory(scope, year, historyPage.parse(await searchParams).page)} />;
}
