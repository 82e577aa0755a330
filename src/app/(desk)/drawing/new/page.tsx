import type { Metadata } from 'next';
import { loadNewDraw } from '#features/draw/queries/load-preparation.ts';
import { newDraw } from '#features/draw/schema.ts';
import { NewDrawPage } from '#features/draw/ui/new-draw-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '准备抽取' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const asked = newDraw.parse(await searchParams);
  return <NewDrawPage desk={await loadNewDraw(scope, asked)} chosen={asked.entry} />;
}
