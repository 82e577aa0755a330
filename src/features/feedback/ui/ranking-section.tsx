import type { Ranked } from '#domain/feedback/ranking.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { formulaWords, monthsWords, percentWords } from '../labels.ts';
import type { PublicRanking } from '../queries/load-cells.ts';

type Shown = Pick<PublicRanking, 'nameOf' | 'alarmBelowPercent'>;

function columnsOf({ nameOf, alarmBelowPercent }: Shown): Column<Ranked>[] {
  return [
    { key: 'rank', head: '名次', num: true, stacked: '名次', cell: ({ rank }) => rank },
    { key: 'agency', head: '单位', rowHead: true, nowrap: true, cell: ({ agency }) => nameOf.get(agency) ?? agency },
    { key: 'score', head: '稳健分', num: true, stacked: '稳健分', cell: ({ score }) => (score * 100).toFixed(1) },
    { key: 'share', head: '满意率', num: true, stacked: '满意率', cell: ({ share }) => percentWords(share) },
    {
      ...{ key: 'interval', head: '90% 区间', num: true, stacked: '90% 区间' },
      cell: ({ interval: { low, high } }) => `${percentWords(low)}—${percentWords(high)}`,
    },
    { key: 'n', head: '份数', num: true, stacked: '份数', cell: ({ n }) => n },
    {
      ...{ key: 'response', head: '回收率', num: true, stacked: '回收率' },
      cell: ({ n, unanswered }) => percentWords(n / (n + unanswered)),
    },
    { key: 'months', head: '时间', nowrap: true, cell: ({ from, to }) => monthsWords(from, to) },
    { key: 'low', head: '提示', cell: ({ isLow }) => (isLow ? <Status look="warn">低于 {alarmBelowPercent}%</Status> : null) },
  ];
}

/** The published ranking of a district's agencies by their enterprises, with everything it rests on. */
export function RankingSection({ shown }: { shown: PublicRanking }) {
  const { ranking, smallest, district } = shown;
  const { rows, prior, n, unanswered, year } = ranking;
  return (
    <Section title={`${district.name} ${year} 年单位满意率`} id={`ranking-${district.code}`} end="按稳健分排名">
      {rows.length === 0 ? (
        <EmptyState title="还没有可以公布的评价。" condition={`一个单位满 ${smallest} 份、月份结束后才公布。`} />
      ) : (
        <DataTable
          label={`${district.name}单位满意率`}
          look="dense rows"
          columns={columnsOf(shown)}
          rows={rows}
          rowKey={({ agency }) => agency}
        />
      )}
      <p className="hint mt-3">
        {formulaWords}
        {prior === null ? '' : `全区平均 ${percentWords(prior)}，共 ${n} 份，回收率 ${percentWords(n / (n + unanswered))}。`}满 {smallest}{' '}
        份才公布，不满的月份并入以后的月份；没有列出的单位评价不足，不排名。未评价不等于满意。
      </p>
    </Section>
  );
}
