import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import type { CallbackRow } from '../queries/load-answer.ts';
import { plainDayWords } from './words.ts';

function columnsAt(now: Date): Column<CallbackRow>[] {
  return [
    {
      ...{ key: 'due', head: '期限', nowrap: true },
      cell: ({ dueDay, isLate }) => (
        <Status look={isLate ? 'late' : 'later'}>{`${plainDayWords(dueDay, now)}${isLate ? ' 逾期' : ''}`}</Status>
      ),
    },
    { key: 'enterprise', head: '企业', rowHead: true, cell: ({ id, enterprise }) => <a href={`/feedback/${id}`}>{enterprise}</a> },
    { key: 'agency', head: '检查单位', nowrap: true, stacked: '检查单位', cell: ({ agency }) => agency },
    { key: 'attempts', head: '已打', num: true, stacked: '已打', cell: ({ attempts }) => `${attempts} 次` },
    { key: 'do', head: '办理', hideHead: true, num: true, cell: ({ id }) => <a href={`/feedback/${id}#callback`}>登记回访</a> },
  ];
}

/** Whom the office still has to call back, the most urgent first. */
export function CallbackTable({ rows, now }: { rows: readonly CallbackRow[]; now: Date }) {
  return <DataTable label="待回访" look="mid rows" columns={columnsAt(now)} rows={rows} rowKey={({ id }) => id} />;
}
