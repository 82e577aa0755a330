import type { Metadata } from 'next';
import { loadAgencyHome } from '#features/home/queries/load-agency-home.ts';
import { AgencyHomePage } from '#features/home/ui/agency-home.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '首页' };

export default async function Page() {
  return <AgencyHomePage home={await loadAgencyHome(await requireAgency())} />;
}
