import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadReviewDesk } from '#features/review/queries/load-review-desk.ts';
import { lineFilter, yearOfPath } from '#features/review/schema.ts';
import { ReviewDesk } from '#features/review/ui/review-desk.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '计划审核' };

type Asked = { params: Promise<{ year: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Asked) {
  const scope = await requireOffice();
  const year = yearOfPath((await params).year) ?? notFound();
  return <ReviewDesk view={await loadReviewDesk(scope, year, lineFilter.parse(await searchParams))} />;
}
