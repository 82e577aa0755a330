import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadImport } from '#features/register/queries/load-import.ts';
import { importId, rowFilter } from '#features/register/schema.ts';
import { ImportPage } from '#features/register/ui/import-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '导入企业名录' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireOffice();
  const asked = importId.safeParse({ import: (await params).id });
  const filter = rowFilter.parse(await searchParams);
  const view = asked.success ? await loadImport(scope, asked.data.import, filter) : null;
  if (!view) notFound();
  return <ImportPage view={view} filter={filter} />;
}
