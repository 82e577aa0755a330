import type { Metadata } from 'next';
import { loadOfficeHome } from '#features/home/queries/load-office-home.ts';
import { OfficeHomePage } from '#features/home/ui/office-home.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '首页' };

export default async function Page() {
  return <OfficeHomePage home={await loadOfficeHome(await requireOffice())} />;
}
