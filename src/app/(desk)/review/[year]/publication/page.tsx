import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPublicationDesk } from '#features/plan/queries/load-publication-desk.ts';
import { ownPlanQuery } from '#features/plan/schema.ts';
import { PublicationPage } from '#features/plan/ui/publication-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '预览公示' };

export default async function Page({ params }: { params: Promise<object> }) {
  const scope = await requireOffice();
  const which = ownPlanQuery.safeParse(await params);
  return which.success ? <PublicationPage desk={await loadPublicationDesk(scope, which.data.year)} /> : notFound();
}
