import type { Metadata } from 'next';
import { loadCatalogue } from '#features/matter/queries/load-catalogue.ts';
import { listProposals } from '#features/matter/queries/load-matter.ts';
import { catalogueFilter } from '#features/matter/schema.ts';
import { CataloguePage } from '#features/matter/ui/catalogue-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '事项清单' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requirePlanner();
  const filter = catalogueFilter.parse(await searchParams);
  const [catalogue, proposals] = await Promise.all([loadCatalogue(scope, filter), listProposals(scope)]);
  return <CataloguePage catalogue={catalogue} filter={filter} proposals={proposals} districtCode={scope.districtCode} />;
}
