import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadInspector } from '#features/inspector/queries/load-inspector.ts';
import { inspectorId } from '#features/inspector/schema.ts';
import { InspectorRecordPage } from '#features/inspector/ui/inspector-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '执法人员' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requirePlanner();
  const asked = inspectorId.safeParse({ inspector: (await params).id });
  const inspector = asked.success ? await loadInspector(scope, asked.data.inspector) : null;
  if (!inspector) notFound();
  return <InspectorRecordPage inspector={inspector} />;
}
