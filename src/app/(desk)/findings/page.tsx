import type { Metadata } from 'next';
import { listFindingDesk } from '#features/finding/queries/list-desk.ts';
import { findingFilter } from '#features/finding/schema.ts';
import { FindingsDesk } from '#features/finding/ui/desk-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '检查结果' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requirePlanner();
  const filter = findingFilter.parse(await searchParams);
  return <FindingsDesk filter={filter} desk={await listFindingDesk(scope, filter)} />;
}
