import { sourceWords } from '#domain/declaration/line.ts';
import { type Period, sayMonths, sayPeriod } from '#domain/declaration/period.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { labelOfLine } from '../labels.ts';
import type { LineRow } from '../queries/list-lines.ts';
import { count } from './words.ts';

/** 9月21—30日 where a range lies in one month; else as periods are said. */
function sayDeclared(period: Period): string {
  if (period.kind !== 'range' || period.from === period.to || period.from.slice(0, 7) !== period.to.slice(0, 7)) return sayPeriod(period);
  return `${Number(period.from.slice(5, 7))}月${Number(period.from.slice(8))}—${Number(period.to.slice(8))}日`;
}

/** The time as declared, or the months that the office moved the line to. */
export function sayTime({ period, months, declaredMonths }: Pick<LineRow, 'period' | 'months' | 'declaredMonths'>): string {
  return months.join() === declaredMonths.join() ? sayDeclared(period) : sayMonths(months);
}

export function LineStatus({ line }: { line: LineRow }) {
  const { word, look } = labelOfLine(line);
  return <Status look={look}>{word}</Status>;
}

const shown: readonly Column<LineRow>[] = [
  { key: 'matter', head: '事项', rowHead: true, cell: (row) => <a href={`/review/lines/${row.id}`}>{row.matter}</a> },
  { key: 'agency', head: '单位', cell: (row) => row.agency },
  { key: 'count', head: '户次', num: true, stacked: '户次', cell: (row) => count(row.count) },
  { key: 'time', head: '时间', nowrap: true, stacked: '时间', cell: sayTime },
  { key: 'source', head: '来源', nowrap: true, stacked: '来源', cell: (row) => sourceWords[row.source] },
  { key: 'status', head: '状态', nowrap: true, cell: (row) => <LineStatus line={row} /> },
];

function tickColumn(ticked: ReadonlySet<string>): Column<LineRow> {
  const cell = ({ id, matter, agency, count: visits }: LineRow) => (
    <input
      type="checkbox"
      name="line"
      value={id}
      defaultChecked={ticked.has(id)}
      data-visits={visits}
      aria-label={`选择 ${agency} ${matter}`}
    />
  );
  return { key: 'tick', head: '选择', hideHead: true, cell };
}

interface LineTableProps {
  rows: readonly LineRow[];
  label: string;
  /** With it a box stands before each row; those named here are ticked. */
  ticked?: ReadonlySet<string> | undefined;
  /** Rows that stand out. */
  marked?: ReadonlySet<string> | undefined;
}

/** Lines as rows that lead to their pages. */
export function LineTable({ rows, label, ticked, marked }: LineTableProps) {
  return (
    <DataTable
      label={label}
      look="dense mid rows lines"
      columns={ticked ? [tickColumn(ticked), ...shown] : shown}
      rows={rows}
      rowKey={(row) => row.id}
      isSelected={(row) => marked?.has(row.id) ?? false}
    />
  );
}
