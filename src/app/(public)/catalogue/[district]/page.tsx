import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPublicCatalogue } from '#features/matter/queries/load-catalogue.ts';
import { PublicCataloguePage } from '#features/matter/ui/public-catalogue.tsx';
import { publicScope } from '#platform/scope.ts';
import { loadActor } from '#platform/session.ts';

export const metadata: Metadata = { title: '涉企检查事项清单' };

export default async function Page({ params }: { params: Promise<{ district: string }> }) {
  const { district } = await params;
  const isCode = /^\d{6}$/.test(district);
  const catalogue = isCode ? await loadPublicCatalogue(publicScope(await loadActor()), district) : null;
  if (!catalogue) notFound();
  return <PublicCataloguePage catalogue={catalogue} />;
}
