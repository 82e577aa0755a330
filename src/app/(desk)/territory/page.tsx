import type { Metadata } from 'next';
import { listOwnEnterprises } from '#features/territory/queries/list-contacts.ts';
import { listToldVisits } from '#features/territory/queries/list-visits.ts';
import { loadPlace } from '#features/territory/queries/load-place.ts';
import { pageQuery } from '#features/territory/schema.ts';
import { TerritoryHome } from '#features/territory/ui/territory-home.tsx';
import { requireNoticeReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '入企告知' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireNoticeReader();
  const { page } = pageQuery.parse(await searchParams);
  const own = scope.kind === 'contact' ? await listOwnEnterprises(scope) : [];
  const [visits, place] = await Promise.all([listToldVisits(scope, page), loadPlace(scope)]);
  return <TerritoryHome visits={visits} reader={scope.kind} place={place} own={own} />;
}
