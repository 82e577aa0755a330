import { type Column, DataTable } from '#ui/data-table.tsx';
import { momentWords } from '#ui/words.ts';
import { shortKindWords } from '../labels.ts';
import type { FilingRow } from '../queries/list-filings.ts';
import { FilingStatusMark } from './status-mark.tsx';

const territoryWords = { none: '不须', sent: '未签收', acknowledged: '已签收' } as const;
const several = (first: string, count: number, unit: string) => (count > 1 ? `${first} 等 ${count} ${unit}` : first);

function columnsAt(now: Date): Column<FilingRow>[] {
  return [
    { key: 'when', head: '入企时间', nowrap: true, cell: (row) => momentWords(row.startsAt, now) },
    {
      key: 'no',
      head: '备案编号',
      nowrap: true,
      rowHead: true,
      cell: (row) => <a href={`/filings/${row.id}`}>{row.filingNo ?? '未编号'}</a>,
    },
    { key: 'enterprise', head: '企业', cell: (row) => row.enterprise },
    { key: 'agency', head: '单位', nowrap: true, cell: (row) => several(row.agency, row.agencies, '个') },
    { key: 'kind', head: '类型', nowrap: true, cell: (row) => shortKindWords[row.kind] },
    { key: 'matters', head: '事项', cell: (row) => several(row.matters[0] ?? '', row.matters.length, '项') },
    { key: 'people', head: '人数', num: true, stacked: '人数', cell: (row) => row.inspectors },
    {
      key: 'territory',
      head: '属地',
      nowrap: true,
      stacked: '属地',
      cell: (row) => (row.filingNo ? territoryWords[row.territory] : '备案后'),
    },
    { key: 'status', head: '状态', nowrap: true, cell: (row) => <FilingStatusMark status={row.status} overdue={row.overdue} /> },
  ];
}

/** Filings as rows that lead to their records. */
export function FilingTable({ rows, now, label }: { rows: readonly FilingRow[]; now: Date; label: string }) {
  return <DataTable label={label} look="dense rows" columns={columnsAt(now)} rows={rows} rowKey={(row) => row.id} />;
}
