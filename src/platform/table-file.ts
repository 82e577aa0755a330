import 'server-only';
import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { writeCsv } from './csv.ts';

export type TableCell = string | number;
/** A table to keep: its file's name without extension, the same in ASCII for old browsers, its sheet, columns and rows. */
export type TableFile = {
  readonly name: string;
  readonly plainName: string;
  readonly sheet: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly TableCell[])[];
};

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
const formulaStart = /^[=+\-@＝＋－＠\t\r]/;

/** A text that no spreadsheet takes for a formula, in the narrow or the wide forms of its first letter. */
const neutralise = (value: TableCell): TableCell => (typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value);

async function write(to: PassThrough, { sheet: name, columns, rows }: TableFile): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // As text, so that a code stays what it is.
  sheet.columns = columns.map(({ header, width }) => ({ header, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(neutralise)).commit();
  sheet.commit();
  await book.commit();
}

function bodyOf(file: TableFile, kind: 'xlsx' | 'csv'): ReadableStream | string {
  if (kind === 'csv')
    return writeCsv(
      file.columns.map(({ header }) => header),
      file.rows,
    );
  const stream = new PassThrough();
  write(stream, file).catch((error: Error) => stream.destroy(error));
  return Readable.toWeb(stream) as ReadableStream;
}

/** A table as a file: a workbook is written row by row while it is sent. */
export function answerTable(file: TableFile, kind: 'xlsx' | 'csv'): Response {
  const name = encodeURIComponent(`${file.name}.${kind}`);
  return new Response(bodyOf(file, kind), {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="${file.plainName}.${kind}"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    },
  });
}
