import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPublicDraw } from '#features/draw-record/queries/load-public-draw.ts';
import { drawAddress, drawPageQuery } from '#features/draw-record/schema.ts';
import { PublicDrawPage } from '#features/draw-record/ui/draw-page.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '抽取公开' };
type Props = { params: Promise<object>; searchParams: Promise<object> };

export default async function Page({ params, searchParams }: Props) {
  const which = drawAddress.safeParse(await params);
  const shown = which.success ? await loadPublicDraw(publicScope({ type: 'public' }), which.data) : null;
  return shown ? <PublicDrawPage view={shown} objection={drawPageQuery.parse(await searchParams).objection} /> : notFound();
}
