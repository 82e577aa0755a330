import type { Metadata } from 'next';
import { listDuplicates } from '#features/enterprise/queries/list-duplicates.ts';
import { duplicatePage } from '#features/enterprise/schema.ts';
import { DuplicatesPage } from '#features/enterprise/ui/duplicates-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '疑似重复的企业' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireOffice();
  const { page } = duplicatePage.parse(await searchParams);
  return <DuplicatesPage list={await listDuplicates(scope, page)} />;
}
