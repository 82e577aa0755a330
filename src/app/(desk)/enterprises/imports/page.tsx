import type { Metadata } from 'next';
import { loadImportDesk } from '#features/register/queries/load-import.ts';
import { ImportDeskPage } from '#features/register/ui/import-desk.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '导入企业名录' };

export default async function Page() {
  return <ImportDeskPage desk={await loadImportDesk(await requireOffice())} kind="enterprise" />;
}
