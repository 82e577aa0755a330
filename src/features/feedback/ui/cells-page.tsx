import type { Cell } from '#domain/feedback/cells.ts';
import { isBelowAlarm, wilson } from '#domain/feedback/score.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { monthsWords, percentWords } from '../labels.ts';
import type { AgencyCells } from '../queries/load-cells.ts';

const intervalOf = (cell: Cell): string => {
  const { low, high } = wilson(cell);
  return `${percentWords(low)}—${percentWords(high)}`;
};

function columnsWith(alarm: number): Column<Cell>[] {
  return [
    { key: 'months', head: '时间', rowHead: true, nowrap: true, cell: ({ from, to }) => monthsWords(from, to) },
    { key: 'n', head: '份数', num: true, stacked: '份数', cell: ({ n }) => n },
    {
      ...{ key: 'response', head: '回收率', num: true, stacked: '回收率' },
      cell: ({ n, unanswered }) => `${percentWords(n / (n + unanswered))}，共 ${n + unanswered} 次`,
    },
    { key: 'share', head: '满意率', num: true, stacked: '满意率', cell: ({ n, good }) => percentWords(good / n) },
    { key: 'interval', head: '90% 区间', num: true, stacked: '90% 区间', cell: intervalOf },
    { key: 'courtesy', head: '态度', num: true, stacked: '态度', cell: ({ n, courtesy }) => (courtesy / n).toFixed(1) },
    { key: 'guidance', head: '指导', num: true, stacked: '指导', cell: ({ n, guidance }) => (guidance / n).toFixed(1) },
    {
      ...{ key: 'alarm', head: '提示' },
      cell: (cell) => (isBelowAlarm(cell, alarm) ? <Status look="warn">低于 {alarm}%</Status> : null),
    },
  ];
}

/** What an agency is told of its ratings: whole cells with enough answers, never one answer and never who gave it. */
export function CellsPage({ desk }: { desk: AgencyCells }) {
  const { cells, smallest, alarmBelowPercent, name } = desk;
  return (
    <>
      <PageHead title="企业评价" note={`${name}　满 ${smallest} 份才公布，不满的月份并入以后的月份`} />
      <Section title="按月">
        {cells.length === 0 ? (
          <EmptyState title="还没有可以公布的评价。" condition={`一个时段满 ${smallest} 份、月份结束后公布。未评价不等于满意。`} />
        ) : (
          <DataTable
            label="企业评价"
            look="dense rows"
            columns={columnsWith(alarmBelowPercent)}
            rows={cells}
            rowKey={({ from, to }) => `${from}${to}`}
          />
        )}
        <p className="hint mt-3">
          满意率 =（满意 + 基本满意）÷ 份数。回收率的分母是这段时间收到的评价和到期没有评价的次数。本月的评价下月公布。
        </p>
      </Section>
    </>
  );
}
