import type { Metadata } from 'next';
import { listEmergencies } from '#features/emergency/queries/list-emergencies.ts';
import { loadCallDesk } from '#features/emergency/queries/load-desk.ts';
import { deskQuery } from '#features/emergency/schema.ts';
import { AgencyEmergencies, PhoneDeskPage } from '#features/emergency/ui/phone-desk.tsx';
import { newId } from '#platform/entropy.ts';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '紧急备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requirePlanner();
  const query = deskQuery.parse(await searchParams);
  const open = await listEmergencies(scope, { q: undefined, state: query.state ?? 'open', page: query.page });
  if (scope.kind === 'agency') return <AgencyEmergencies list={open} query={query} />;
  const found = query.q ? await listEmergencies(scope, { q: query.q, state: undefined, page: 1 }) : null;
  return <PhoneDeskPage query={query} call={await loadCallDesk(scope, query)} found={found} open={open} id={newId()} />;
}
