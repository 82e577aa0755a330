import 'server-only';
import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { sourceWords } from '#domain/declaration/line.ts';
import { sayMonths, sayPeriod } from '#domain/declaration/period.ts';
import { formWords } from '#domain/inspection/words.ts';
import { labelOfLine } from '../labels.ts';
import type { LineRow } from '../queries/list-lines.ts';

type Column = { readonly header: string; readonly width: number; readonly value: (line: LineRow) => string | number };

const columns: readonly Column[] = [
  { header: '单位', width: 20, value: ({ agency }) => agency },
  { header: '检查事项', width: 32, value: ({ matter }) => matter },
  { header: '检查对象', width: 24, value: ({ poolLabel }) => poolLabel },
  { header: '任务来源', width: 10, value: ({ source }) => sourceWords[source] },
  { header: '申报户次', width: 10, value: ({ declaredCount }) => declaredCount },
  { header: '申报时间', width: 18, value: ({ period }) => sayPeriod(period) },
  { header: '申报方式', width: 10, value: ({ declaredForm }) => formWords[declaredForm] },
  { header: '审核', width: 14, value: (line) => labelOfLine(line).word },
  { header: '现户次', width: 10, value: ({ outcome, count }) => (outcome === 'dropped' ? 0 : count) },
  { header: '现时间', width: 18, value: ({ months }) => sayMonths(months) },
  { header: '现方式', width: 10, value: ({ form }) => formWords[form] },
  { header: '理由', width: 30, value: ({ reason }) => reason },
  { header: '计划编号', width: 12, value: ({ entryNo }) => entryNo ?? '' },
];

const formulaStart = /^[=+\-@＝＋－＠\t\r]/;

/** A text that no spreadsheet takes for a formula, in the narrow or the wide forms of its first letter. */
export function escapeCell(value: string | number): string | number {
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value;
}

async function write(to: PassThrough, lines: readonly LineRow[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  const sheet = book.addWorksheet('申报行', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width }) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines) sheet.addRow(columns.map(({ value }) => escapeCell(value(line)))).commit();
  sheet.commit();
  await book.commit();
}

/** The lines as a workbook, written row by row while it is sent. */
export function streamWorkbook(lines: readonly LineRow[]): ReadableStream {
  const stream = new PassThrough();
  write(stream, lines).catch((error: Error) => stream.destroy(error));
  return Readable.toWeb(stream) as ReadableStream;
}
