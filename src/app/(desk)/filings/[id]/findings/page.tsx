import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadPartDesk } from '#features/finding/queries/load-part-desk.ts';
import { FindingsPage } from '#features/finding/ui/part-page.tsx';
import { requireFilingReader, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '检查结果' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireFilingReader();
  const id = z.uuid().safeParse((await params).id);
  const desk = id.success ? await loadPartDesk(scope, id.data) : null;
  if (!desk) notFound();
  return <FindingsPage desk={desk} role={(await requireUser()).role} />;
}
