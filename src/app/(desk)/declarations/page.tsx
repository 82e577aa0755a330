import type { Metadata } from 'next';
import { loadAgencyDesk, loadDistrictDesk } from '#features/declaration/queries/list-declarations.ts';
import { declarationFilter } from '#features/declaration/schema.ts';
import { AgencyDeclarations } from '#features/declaration/ui/agency-desk.tsx';
import { DistrictDeclarations } from '#features/declaration/ui/district-desk.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '计划申报' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requirePlanner();
  if (scope.kind === 'agency') return <AgencyDeclarations desk={await loadAgencyDesk(scope)} />;
  const { year } = declarationFilter.parse(await searchParams);
  return <DistrictDeclarations desk={await loadDistrictDesk(scope, year)} />;
}
