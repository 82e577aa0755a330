import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadAdditionDesk } from '#features/matter/queries/load-matter.ts';
import { AdditionPage } from '#features/matter/ui/matter-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '申请新增事项' };

export default async function Page() {
  const groups = await loadAdditionDesk(await requireAgency());
  if (!groups) notFound();
  return <AdditionPage groups={groups} />;
}
