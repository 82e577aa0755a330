import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadAmendDesk } from '#features/amendment/queries/load-desks.ts';
import { AmendPage } from '#features/amendment/ui/amend-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '变更备案' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireAgency();
  const id = z.uuid().safeParse((await params).id);
  const desk = id.success ? await loadAmendDesk(scope, id.data) : null;
  if (!desk) notFound();
  return <AmendPage desk={desk} />;
}
