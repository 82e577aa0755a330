import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadProposal } from '#features/matter/queries/load-matter.ts';
import { ProposalPage } from '#features/matter/ui/proposal-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '事项调整申请' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requirePlanner();
  const id = z.uuid().safeParse((await params).id);
  const view = id.success ? await loadProposal(scope, id.data) : null;
  if (!view) notFound();
  return <ProposalPage view={view} />;
}
