import { sourceWords } from '#domain/declaration/line.ts';
import { sayPeriod } from '#domain/declaration/period.ts';
import { sayQuantity } from '#domain/declaration/quantity.ts';
import type { ReadLine } from '#domain/declaration/sheet/read-line.ts';
import { methodWords } from '#domain/inspection/words.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';

interface LineTableProps {
  lines: readonly ReadLine[];
  /** Rows that the agency has declared already. */
  known: ReadonlySet<number>;
  isImported: boolean;
  /** By row: what the register says where a line asks for more than there are. */
  shortages: ReadonlyMap<number, string>;
}

const unread = <span className="m">没有读出</span>;
/** The form of a check is read against its matter. */
const pending = <span className="m">待事项改正</span>;

function Pool({ line, shortage }: { line: ReadLine; shortage: string | undefined }) {
  return (
    <>
      {line.poolLabel}
      {shortage ? <span className="m">{shortage}</span> : null}
    </>
  );
}

function stateOf({ line, row }: ReadLine, { known, isImported }: LineTableProps) {
  if (!line) return <Status look="no">有错误</Status>;
  if (isImported && known.has(row)) return <Status look="ok">已在申报中</Status>;
  return known.has(row) ? <Status look="arch">已有</Status> : <Status look="note">可导入</Status>;
}

function columnsOf(props: LineTableProps): Column<ReadLine>[] {
  return [
    { key: 'row', head: '行', num: true, stacked: '表里第几行', cell: ({ row }) => row },
    { key: 'matter', head: '检查事项', rowHead: true, cell: ({ matter, matterName }) => matter?.name ?? matterName },
    { key: 'pool', head: '对象', stacked: '对象', cell: (line) => <Pool line={line} shortage={props.shortages.get(line.row)} /> },
    { key: 'quantity', head: '数量', nowrap: true, stacked: '数量', cell: ({ quantity }) => (quantity ? sayQuantity(quantity) : unread) },
    { key: 'period', head: '时间', nowrap: true, stacked: '时间', cell: ({ period }) => (period ? sayPeriod(period) : unread) },
    {
      key: 'form',
      head: '方式',
      nowrap: true,
      stacked: '方式',
      cell: ({ form, matter }) => (form ? methodWords[form] : matter ? unread : pending),
    },
    { key: 'source', head: '来源', nowrap: true, stacked: '来源', cell: ({ source }) => (source ? sourceWords[source] : unread) },
    { key: 'partners', head: '配合单位', stacked: '配合单位', cell: ({ partners }) => partners.join('、') },
    { key: 'state', head: '状态', nowrap: true, cell: (line) => stateOf(line, props) },
  ];
}

/** The sheet's lines as they were read. */
export function LineTable(props: LineTableProps) {
  return (
    <DataTable label="读出的申报行" look="dense rows" columns={columnsOf(props)} rows={props.lines} rowKey={({ row }) => String(row)} />
  );
}
