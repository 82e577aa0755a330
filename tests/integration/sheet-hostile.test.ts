import { beforeAll, describe, expect, it } from 'vitest';
import { placeRefusals, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { noTable } from '#domain/declaration/sheet/read-declaration.ts';
import { answerOf } from '#features/sheet/commands/read-sheet.ts';
import { loadSheet } from '#features/sheet/queries/load-sheet.ts';
import { db } from '#platform/db.ts';
import { runInWorker } from '#platform/worker.ts';
import { agencyOf } from '#support/people.ts';
import { sampleSheet } from '#support/sheet-files.ts';
import { readStored, uploadAndRead } from '#support/sheets.ts';
import { lineOf, rawWorkbook, workbookOf, zipOf } from '#support/workbooks.ts';

const filer = await agencyOf('shenleyu');
const row = (number: number, text: string) => `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const compound = (words: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(words, 'utf16le'),
    Buffer.alloc(1024),
  ]);
const megabyte = 1024 * 1024;

async function goodSheet(): Promise<Buffer> {
  return workbookOf([lineOf(1)]);
}

const hostile: readonly (readonly [string, string, () => Buffer | Promise<Buffer>, string])[] = [
  ['a bomb, 1 : 1000 and more', 'a.xlsx', () => rawWorkbook(data(' '.repeat(60 * megabyte))), refusals.bomb],
  [
    'many parts that are large together',
    'a.xlsx',
    () =>
      rawWorkbook(
        data(row(1, 'x')),
        Array.from({ length: 250 }, (_, nth) => ({ name: `xl/${nth}.xml`, bytes: Buffer.alloc(megabyte, 'x') })),
      ),
    refusals.bomb,
  ],
  [
    'more parts than any form has',
    'a.xlsx',
    () =>
      rawWorkbook(
        data(row(1, 'x')),
        Array.from({ length: 400 }, (_, nth) => ({ name: `xl/${nth}.xml`, bytes: Buffer.from('x') })),
      ),
    refusals.tooManyParts,
  ],
  [
    'a giant merged range',
    'a.xlsx',
    () => rawWorkbook(`${data(row(1, 'x'))}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    placeRefusals.merge('A1:XFD1048576'),
  ],
  ['content far below', 'a.xlsx', () => rawWorkbook(data(row(1, 'x') + row(1_048_576, 'y'))), refusals.farRow],
  ['macros by name', 'a.xlsm', goodSheet, refusals.macro],
  [
    'macros inside',
    'a.xlsx',
    () => rawWorkbook(data(row(1, 'x')), [{ name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]),
    refusals.macro,
  ],
  ['macros in the old format', 'a.xls', () => compound('Workbook _VBA_PROJECT'), refusals.macro],
  [
    'links to other files',
    'a.xlsx',
    () => rawWorkbook(data(row(1, 'x')), [{ name: 'xl/externalLinks/externalLink1.xml', bytes: Buffer.from('x') }]),
    refusals.externalLinks,
  ],
  ['text under another name', 'a.xlsx', () => Buffer.from('序号,检查事项\n1,食品抽样检验\n'), refusals.notWorkbook],
  ['another kind of file', 'a.docx', goodSheet, refusals.extension],
  ['another kind of archive', 'a.xlsx', () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('x') }]), refusals.notWorkbook],
  ['the old format under the new name', 'a.xlsx', () => sampleSheet('431103-hrss-2026.xls'), refusals.otherFormat],
  ['the new format under the old name', 'a.xls', goodSheet, refusals.otherFormat],
  ['an archive cut short', 'a.xlsx', async () => (await goodSheet()).subarray(0, 3000), refusals.damaged],
  ['a part cut short', 'a.xlsx', async () => corrupt(await goodSheet()), refusals.damaged],
  ['a password', 'a.xlsx', () => compound('EncryptedPackage'), refusals.encrypted],
  ['an encrypted part', 'a.xlsx', () => zipOf([{ name: '[Content_Types].xml', bytes: Buffer.from('x'), flags: 1 }]), refusals.encrypted],
  ['a control character', 'a.xlsx', () => rawWorkbook(data(row(1, '食品_x0007_检查'))), placeRefusals.badText('A1')],
  ['a cell as long as a book', 'a.xlsx', () => rawWorkbook(data(row(1, '长'.repeat(2001)))), placeRefusals.longText('A1')],
  [
    'a book in every cell, from a file of fifty kilobytes',
    'a.xlsx',
    () => workbookOf(Array.from({ length: 2_000 }, (_, nth) => lineOf(nth + 1, { 4: '按'.repeat(2000), 5: '十'.repeat(2000) }))),
    refusals.tooMuchText,
  ],
  ['no table in it', 'a.xlsx', () => rawWorkbook(data(row(1, '通知'))), noTable],
  ['20,001 rows', 'a.xlsx', () => workbookOf(Array.from({ length: 20_001 }, (_, nth) => lineOf(nth + 1))), refusals.tooManyRows],
];

function corrupt(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.fill(0x55, 200, 260);
  return changed;
}

describe('a hostile file is refused in words, and the application goes on meanwhile', () => {
  beforeAll(async () => {
    await db().district.count();
  });

  it.each(hostile)('%s', async (_title, name, make, refusal) => {
    const bytes = await make();
    expect(bytes.length).toBeLessThan(5 * megabyte);
    const before = process.memoryUsage().heapUsed;
    let isDone = false;
    const reading = uploadAndRead(filer, name, bytes).finally(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone) {
      await db().district.count();
      answered += 1;
    }
    expect(await readStored(await reading)).toMatchObject({ status: 'refused', refusal, rows_read: 0 });
    expect(answered).toBeGreaterThan(0);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * megabyte);
  });

  it('a quantity and a time as long as a book are errors at their cells, found at once', async () => {
    const lines = Array.from({ length: 1_000 }, (_, nth) => lineOf(nth + 1, { 4: '按'.repeat(2000), 5: '十'.repeat(2000) }));
    const id = await uploadAndRead(filer, 'a.xlsx', await workbookOf(lines));
    const began = performance.now();
    const sheet = await loadSheet(filer, id);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(sheet?.reading?.errors).toHaveLength(2_000);
    expect(sheet?.reading?.errors.slice(0, 2).map(({ column, code }) => `${column} ${code}`)).toEqual(['E bad_quantity', 'F bad_period']);
  });

  it('formulas in a line are reported with their cell; in a total row they are nobody’s business', async () => {
    const formula = { formula: 'SUM(1,2)', result: 3 };
    const total = ['合计', '', '', '', { formula: 'COUNTA(B4:B5)', result: 2 }, '', '', '', '', ''];
    const bytes = await workbookOf([lineOf(1, { 4: formula }), lineOf(2, { 0: { formula: 'ROW()', result: 5 } }), total]);
    const sheet = await loadSheet(filer, await uploadAndRead(filer, 'a.xlsx', bytes));
    expect(sheet?.reading?.errors).toEqual([
      expect.objectContaining({ row: 4, column: 'E', code: 'formula', value: '3', proposals: ['3'] }),
    ]);
    expect(sheet?.reading?.ignored.at(-1)).toEqual({ row: 6, why: 'total' });
  });
});

describe('a worker that ends badly is a refusal, not a page that waits for ever', () => {
  it.each([
    ['out of memory', { heapMb: 8, seconds: 30 }, refusals.outOfMemory],
    ['out of time', { heapMb: 256, seconds: 0.05 }, refusals.outOfTime],
  ])('%s', async (_title, limits, refusal) => {
    const bytes = await workbookOf(Array.from({ length: 8_000 }, (_, nth) => lineOf(nth + 1)));
    expect(answerOf(await runInWorker('read-sheet', { name: 'a.xlsx', bytes }, limits))).toEqual({ refusal });
  });

  it('a crash', async () => {
    expect(answerOf(await runInWorker('read-sheet', null, { heapMb: 64, seconds: 30 }))).toEqual({ refusal: refusals.crashed });
  });

  it('stopped by whoever asked', async () => {
    const stop = new AbortController();
    const worked = runInWorker(
      'read-sheet',
      { name: 'a.xlsx', bytes: await goodSheet() },
      { heapMb: 64, seconds: 30, signal: stop.signal },
    );
    stop.abort();
    expect(await worked).toEqual({ kind: 'stopped' });
  });
});
