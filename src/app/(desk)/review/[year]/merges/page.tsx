import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadMerges } from '#features/merge/queries/load-merges.ts';
import { mergePages } from '#features/merge/schema.ts';
import { MergesPage } from '#features/merge/ui/merges-page.tsx';
import { yearOfPath } from '#features/review/schema.ts';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '合并结果' };

type Asked = { params: Promise<{ year: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Asked) {
  const scope = await requireOffice();
  const year = yearOfPath((await params).year) ?? notFound();
  return <MergesPage view={await loadMerges(scope, year, mergePages.parse(await searchParams))} />;
}
