import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadMatter } from '#features/matter/queries/load-matter.ts';
import { codeInAddress } from '#features/matter/schema.ts';
import { MatterPage } from '#features/matter/ui/matter-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '检查事项' };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const scope = await requirePlanner();
  const code = codeInAddress.safeParse((await params).code);
  const view = code.success ? await loadMatter(scope, code.data) : null;
  if (!view) notFound();
  return <MatterPage view={view} />;
}
