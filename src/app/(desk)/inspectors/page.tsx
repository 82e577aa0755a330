import type { Metadata } from 'next';
import { listInspectors } from '#features/inspector/queries/list-inspectors.ts';
import { inspectorFilter } from '#features/inspector/schema.ts';
import { InspectorListPage } from '#features/inspector/ui/inspector-list.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '执法人员名录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requirePlanner();
  const filter = inspectorFilter.parse(await searchParams);
  return <InspectorListPage list={await listInspectors(scope, filter)} filter={filter} reader={scope.kind} />;
}
