import type { Metadata } from 'next';
import { loadImportDesk } from '#features/register/queries/load-import.ts';
import { uploadAnswer } from '#features/register/schema.ts';
import { ImportDeskPage } from '#features/register/ui/import-desk.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '导入企业名录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireOffice();
  const { tooLarge } = uploadAnswer.parse(await searchParams);
  return <ImportDeskPage desk={await loadImportDesk(scope)} kind="enterprise" refusal={tooLarge} />;
}
