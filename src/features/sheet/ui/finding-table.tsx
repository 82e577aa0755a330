import type { Finding } from '#domain/declaration/sheet/finding.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { FindingForm } from './finding-form.tsx';

interface FindingTableProps {
  sheet: string;
  findings: readonly Finding[];
  label: string;
  /** The first row of lines: what stands above it is the sheet's heading. */
  firstLine: number;
  canMend: boolean;
}

function problem({ value, message }: Finding) {
  return (
    <>
      <b>{message}</b>
      <span className="m">{value ? `表里写的是“${value}”` : '表里是空的'}</span>
    </>
  );
}

function columnsOf({ sheet, firstLine, canMend }: FindingTableProps): Column<Finding>[] {
  const place: Column<Finding> = {
    key: 'cell',
    head: '单元格',
    rowHead: true,
    nowrap: true,
    cell: ({ row, column, header }) => (
      <>
        {column}
        {row}
        <span className="m">{header}</span>
      </>
    ),
  };
  const what: Column<Finding> = { key: 'what', head: '问题', cell: problem };
  const how: Column<Finding> = {
    key: 'how',
    head: '改正',
    cell: (finding) => <FindingForm sheet={sheet} finding={finding} isLine={finding.row >= firstLine} />,
  };
  return canMend ? [place, what, how] : [place, what];
}

/** Errors or warnings, each at its cell with what can be done about it. */
export function FindingTable(props: FindingTableProps) {
  const key = ({ row, column, code }: Finding) => `${column}${row} ${code}`;
  return <DataTable label={props.label} look="mid rows" columns={columnsOf(props)} rows={props.findings} rowKey={key} />;
}
