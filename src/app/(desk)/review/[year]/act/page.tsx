import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { loadAct } from '#features/review/queries/load-act.ts';
import { actPage, yearOfPath } from '#features/review/schema.ts';
import { ActPage } from '#features/review/ui/act-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '办理申报行' };

type Asked = { params: Promise<{ year: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Asked) {
  const scope = await requireOffice();
  const year = yearOfPath((await params).year) ?? notFound();
  const asked = actPage.safeParse(await searchParams);
  if (!asked.success) redirect(`/review/${year}`);
  const { action, line, back } = asked.data;
  const view = await loadAct(scope, year, { action, lineIds: line });
  return view ? <ActPage view={view} back={back} /> : notFound();
}
