import { isBelowAlarm, wilson } from '#domain/feedback/score.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { percentWords } from '../labels.ts';
import type { AgencySummary } from '../queries/list-answers.ts';
import { feedbackHref } from './words.ts';

const intervalWords = (share: { n: number; good: number }): string => {
  const { low, high } = wilson(share);
  return `${percentWords(low)}—${percentWords(high)}`;
};

function columnsWith(alarm: number): Column<AgencySummary>[] {
  return [
    { key: 'name', head: '单位', rowHead: true, nowrap: true, cell: ({ name }) => name },
    { key: 'n', head: '份数', num: true, stacked: '份数', cell: ({ n, code }) => <a href={feedbackHref({ agency: code })}>{n}</a> },
    {
      ...{ key: 'response', head: '回收率', num: true, stacked: '回收率' },
      cell: ({ n, unanswered }) => (n + unanswered === 0 ? '' : `${percentWords(n / (n + unanswered))}，共 ${n + unanswered} 次`),
    },
    { key: 'open', head: '还能评', num: true, stacked: '还能评', cell: ({ open }) => open },
    { key: 'share', head: '满意率', num: true, stacked: '满意率', cell: ({ n, good }) => (n === 0 ? '' : percentWords(good / n)) },
    { key: 'interval', head: '90% 区间', num: true, stacked: '90% 区间', cell: (row) => (row.n === 0 ? '' : intervalWords(row)) },
    {
      ...{ key: 'alarm', head: '提示' },
      cell: (row) => (isBelowAlarm(row, alarm) ? <Status look="warn">低于 {alarm}%</Status> : null),
    },
  ];
}

/** Every agency's numbers, for the office alone. */
export function AgencyTable({ rows, alarm }: { rows: readonly AgencySummary[]; alarm: number }) {
  return <DataTable label="各单位的评价" look="dense rows" columns={columnsWith(alarm)} rows={rows} rowKey={({ code }) => code} />;
}
