import type { Metadata } from 'next';
import { loadJointDesk } from '#features/joint-visit/queries/load-joint-desk.ts';
import { jointFilter } from '#features/joint-visit/schema.ts';
import { JointPage } from '#features/joint-visit/ui/joint-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '联合检查' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const filter = jointFilter.parse(await searchParams);
  return <JointPage view={filter.view} desk={await loadJointDesk(await requirePlanner(), filter)} />;
}
