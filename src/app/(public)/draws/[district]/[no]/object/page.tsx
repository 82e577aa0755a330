import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPublicDraw } from '#features/draw-record/queries/load-public-draw.ts';
import { drawAddress } from '#features/draw-record/schema.ts';
import { ObjectPage } from '#features/draw-record/ui/object-page.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '提出异议' };

export default async function Page({ params }: { params: Promise<object> }) {
  const which = drawAddress.safeParse(await params);
  const shown = which.success ? await loadPublicDraw(publicScope({ type: 'public' }), which.data) : null;
  return shown?.draw.record ? <ObjectPage shown={shown} /> : notFound();
}
