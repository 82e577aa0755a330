import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadActs } from '#features/amendment/queries/load-acts.ts';
import { ActsPage } from '#features/amendment/ui/acts-page.tsx';
import { requireFilingReader, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '备案变更' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireFilingReader();
  const id = z.uuid().safeParse((await params).id);
  const view = id.success ? await loadActs(scope, id.data) : null;
  if (!view) notFound();
  const { role, id: userId, agencyCode } = await requireUser();
  return <ActsPage view={view} reader={{ role, userId, agencyCode }} />;
}
