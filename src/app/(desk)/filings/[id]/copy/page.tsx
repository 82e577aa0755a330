import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadCopyDesk } from '#features/template/queries/load-templates.ts';
import { CopyPage } from '#features/template/ui/copy-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '照此再填' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireAgency();
  const id = z.uuid().safeParse((await params).id);
  const isFiler = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  const filing = isFiler && id.success ? await loadCopyDesk(scope, id.data) : null;
  if (!filing) notFound();
  return <CopyPage filing={filing} />;
}
