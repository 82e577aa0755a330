import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadImport } from '#features/register/queries/load-import.ts';
import { importId, rowFilter } from '#features/register/schema.ts';
import { ImportPage } from '#features/register/ui/import-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '导入执法人员名录' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireAgency();
  const asked = importId.safeParse({ import: (await params).id });
  const filter = rowFilter.parse(await searchParams);
  const view = asked.success ? await loadImport(scope, asked.data.import, filter) : null;
  if (!view) notFound();
  return <ImportPage view={view} filter={filter} />;
}
