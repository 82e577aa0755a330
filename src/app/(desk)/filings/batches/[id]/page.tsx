import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadBatch } from '#features/batch/queries/load-batch.ts';
import { loadBatchDraft } from '#features/batch/queries/load-batch-draft.ts';
import { BatchDraftPage } from '#features/batch/ui/draft-page.tsx';
import { BatchResultPage } from '#features/batch/ui/result-page.tsx';
import { requireAgency, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '批量备案' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const [scope, { role }] = [await requireAgency(), await requireUser()];
  const id = z.uuid().safeParse((await params).id);
  const batch = id.success ? await loadBatch(scope, id.data) : null;
  if (!batch) notFound();
  const isFilling = batch.status === 'draft' && role === 'agencyFiler';
  return isFilling ? (
    <BatchDraftPage batch={batch} draft={await loadBatchDraft(scope, batch)} />
  ) : (
    <BatchResultPage batch={batch} isHead={role === 'agencyHead'} />
  );
}
