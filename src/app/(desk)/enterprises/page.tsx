import type { Metadata } from 'next';
import { listEnterprises } from '#features/enterprise/queries/list-enterprises.ts';
import { enterpriseFilter } from '#features/enterprise/schema.ts';
import { EnterpriseListPage } from '#features/enterprise/ui/enterprise-list.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '企业名录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requirePlanner();
  const filter = enterpriseFilter.parse(await searchParams);
  return <EnterpriseListPage list={await listEnterprises(scope, filter)} filter={filter} reader={scope.kind} />;
}
