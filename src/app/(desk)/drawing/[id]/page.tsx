import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadDraw } from '#features/draw/queries/load-draw.ts';
import { loadPreparation } from '#features/draw/queries/load-preparation.ts';
import { DrawPage } from '#features/draw/ui/draw-page.tsx';
import { requireDrawReader, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '抽取' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireDrawReader();
  const id = z.uuid().safeParse((await params).id);
  const draw = id.success ? await loadDraw(scope, id.data) : null;
  if (!draw) notFound();
  return <DrawPage draw={draw} reader={await requireUser()} {...(await loadPreparation(scope, draw))} />;
}
