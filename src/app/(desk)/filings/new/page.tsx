import type { Metadata } from 'next';
import { searchEnterprises } from '#features/enterprise/queries.ts';
import { enterpriseSearch } from '#features/enterprise/schema.ts';
import { listFirstDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { EnterprisePicker } from '#features/filing/ui/enterprise-picker.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '新建备案' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const { q } = enterpriseSearch.parse(await searchParams);
  const [found, drawn] = await Promise.all([q ? searchEnterprises(scope, q) : [], listFirstDrawnVisits(scope)]);
  return <EnterprisePicker q={q} found={found} drawn={drawn} />;
}
