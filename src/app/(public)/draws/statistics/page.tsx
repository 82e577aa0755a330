import type { Metadata } from 'next';
import { loadStatistics } from '#features/draw-record/queries/load-statistics.ts';
import { statisticsQuery } from '#features/draw-record/schema.ts';
import { StatisticsPage } from '#features/draw-record/ui/statistics-page.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '各单位抽取情况' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const { year } = statisticsQuery.parse(await searchParams);
  return <StatisticsPage statistics={await loadStatistics(publicScope({ type: 'public' }), year)} />;
}
