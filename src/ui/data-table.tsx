import type { ReactNode } from 'react';
import { SortHead } from './sort-head.tsx';
import { TableScroll } from './table-scroll.tsx';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right. */
  num?: boolean | undefined;
  nowrap?: boolean | undefined;
  /** This column names the row. */
  rowHead?: boolean | undefined;
  /** The label of the cell when rows are stacked on a phone. */
  stacked?: string | undefined;
  /** The heading is for screen readers only, as over a column of buttons. */
  hideHead?: boolean | undefined;
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined };
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Any of `rows` (stack on phones), `mid` (rows with buttons), `dense`, `fit`. */
  look?: string | undefined;
  isSelected?: ((row: Row) => boolean) | undefined;
}

function classOf<Row>(column: Column<Row>) {
  return [column.num && 'num', column.nowrap && 'nw'].filter(Boolean).join(' ') || undefined;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHead) {
    return (
      <th scope="row" className={classOf(column)} data-l={column.stacked}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={classOf(column)} data-l={column.stacked}>
      {column.cell(row)}
    </td>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  if (column.sort) {
    return <SortHead {...column.sort} num={column.num ?? false} label={column.head} />;
  }
  return (
    <th scope="col" className={column.num ? 'num' : undefined}>
      {column.hideHead ? <span className="vh">{column.head}</span> : column.head}
    </th>
  );
}

/** A table of hairlines inside its scroll frame, one row per record. */
export function DataTable<Row>({ label, columns, rows, rowKey, look, isSelected }: DataTableProps<Row>) {
  return (
    <TableScroll label={label}>
      <table className={look}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isSelected?.(row) ? 'sel' : undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
