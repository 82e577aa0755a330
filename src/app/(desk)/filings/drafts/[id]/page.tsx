import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { DraftPage } from '#features/filing/ui/draft-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '新建备案' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireAgency();
  const id = z.uuid().safeParse((await params).id);
  const desk = id.success ? await loadDraftDesk(scope, id.data) : null;
  if (!desk) notFound();
  return <DraftPage desk={desk} />;
}
