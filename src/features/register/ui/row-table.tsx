import { enterpriseFields } from '#domain/register/enterprise-fields.ts';
import { inspectorFields } from '#domain/register/inspector-fields.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { fateLabels, kindLabels } from '../labels.ts';
import type { ImportRow, ImportView } from '../queries/load-import.ts';
import { MendForm } from './mend-form.tsx';

const headings: Readonly<Record<string, string>> = Object.fromEntries(
  [...inspectorFields, ...enterpriseFields].map(({ field, heading }) => [field, heading]),
);

function sayRow(row: ImportRow, { id, canAct, status }: ImportView) {
  const canMend = canAct && row.fate === 'refused' && row.fault !== null && (status === 'read' || status === 'undone');
  return (
    <>
      {row.say}
      {canMend ? <MendForm importId={id} row={row} heading={headings[row.fault?.field ?? ''] ?? ''} /> : null}
    </>
  );
}

function columnsOf(view: ImportView): Column<ImportRow>[] {
  const { home, keyHead } = kindLabels[view.kind];
  const name = ({ name: words, subject, cells }: ImportRow) =>
    subject && view.status === 'imported' ? <a href={`${home}/${subject}`}>{words}</a> : words || cells.name || '（空）';
  return [
    { key: 'row', head: '行', num: true, stacked: '表里第几行', cell: ({ row }) => row },
    {
      key: 'name',
      head: view.kind === 'enterprise' ? '企业' : '姓名',
      rowHead: true,
      cell: (row) => (
        <>
          {name(row)}
          <span className="m">
            <span className="vh">{keyHead} </span>
            {row.key || row.cells.uscc || row.cells.credentialNo || ''}
          </span>
        </>
      ),
    },
    {
      key: 'fate',
      head: '去向',
      nowrap: true,
      cell: ({ fate }) => <Status look={fateLabels[fate].look}>{fateLabels[fate].word}</Status>,
    },
    { key: 'say', head: '说明', cell: (row) => sayRow(row, view) },
  ];
}

/** Rows of a sheet, each with what becomes of it and why. */
export function RowTable({ view }: { view: ImportView }) {
  return <DataTable label="表里的行" look="dense rows mid" columns={columnsOf(view)} rows={view.rows} rowKey={({ row }) => String(row)} />;
}
