import type { Metadata } from 'next';
import { loadPublicFunnels } from '#features/conduct/queries/load-funnel.ts';
import { PublicFunnels } from '#features/conduct/ui/public-funnels.tsx';
import { loadEmergencyShare } from '#features/emergency/queries/load-emergency-share.ts';
import { EmergencyShareSection } from '#features/emergency/ui/emergency-share.tsx';
import { loadRankings } from '#features/feedback/queries/load-rankings.ts';
import { RankingSection } from '#features/feedback/ui/ranking-section.tsx';
import { publicScope } from '#platform/scope.ts';
import { PageHead } from '#ui/page-head.tsx';

export const metadata: Metadata = { title: '公开统计' };
export const dynamic = 'force-dynamic';

export default async function Page() {
  const scope = publicScope({ type: 'public' });
  return (
    <>
      <PageHead title="公开统计" note="每个比例都注明样本数 n。" />
      <PublicFunnels districts={await loadPublicFunnels(scope)} />
      {(await loadRankings(scope)).map((shown) => (
        <RankingSection key={shown.district.code} shown={shown} />
      ))}
      <EmergencyShareSection rows={await loadEmergencyShare(scope)} />
    </>
  );
}
