import type { Metadata } from 'next';
import { loadImportDesk } from '#features/register/queries/load-import.ts';
import { uploadAnswer } from '#features/register/schema.ts';
import { ImportDeskPage } from '#features/register/ui/import-desk.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '导入执法人员名录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const { tooLarge } = uploadAnswer.parse(await searchParams);
  return <ImportDeskPage desk={await loadImportDesk(scope)} kind="inspector" refusal={tooLarge} />;
}
