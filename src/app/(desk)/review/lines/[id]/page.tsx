import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadLine } from '#features/review/queries/load-line.ts';
import { LinePage } from '#features/review/ui/line-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '申报行' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireOffice();
  const id = z.uuid().safeParse((await params).id);
  const line = id.success ? await loadLine(scope, id.data) : null;
  return line ? <LinePage line={line} /> : notFound();
}
