import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/declaration/sheet/finding.ts';
import { readDeclaration } from '#domain/declaration/sheet/read-declaration.ts';
import type { ReadLine } from '#domain/declaration/sheet/read-line.ts';
import { loadSheetContext } from '#features/sheet/queries/load-context.ts';
import { runInWorker } from '#platform/worker.ts';
import type { SheetAnswer } from '#platform/workers/read-sheet.ts';
import { type ExpectedFile, expectedFiles, sampleSheet } from '#support/sheet-files.ts';

async function readSample({ file, upload_name: name, district_code: districtCode, agency_code: agencyCode }: ExpectedFile) {
  const worked = await runInWorker<SheetAnswer>('read-sheet', { name, bytes: sampleSheet(file) }, { heapMb: 256, seconds: 30 });
  if (worked.kind !== 'done' || !('grid' in worked.value)) throw new Error(JSON.stringify(worked));
  const reading = readDeclaration(worked.value.grid, await loadSheetContext({ districtCode, agencyCode, year: 2026 }));
  if (!reading) throw new Error('no table');
  return reading;
}

function sayQuantity(quantity: ReadLine['quantity']): object | null {
  if (quantity?.kind !== 'ratio') return quantity;
  const { kind, ratioPercent, count } = quantity;
  return { kind, ratio_percent: ratioPercent, ...(count === undefined ? {} : { count }) };
}

/** A line in the words of expected.json. */
function lineOf({ row, seq, matterName, matter, quantity, period, form, source, partners, category, line }: ReadLine): object {
  const part = { row, seq, matter_name: matterName, matter_code: matter?.code ?? null, quantity: sayQuantity(quantity), period };
  return { ...part, method: form, source, partners, ...(category ? { category } : {}), valid: line !== null };
}

const findingOf = ({ proposals: _proposals, ...finding }: Finding) => finding;
const byColumn = (one: { row: number; column: string }, other: { row: number; column: string }) =>
  one.row - other.row || (one.column < other.column ? -1 : 1);

/** Matter names are compared as they are matched: the samples hold no-break and full-width spaces. */
function expectedLine({ review: _review, ...line }: ExpectedFile['lines'][number] & { review?: unknown }): object {
  return { ...line, matter_name: line.matter_name.normalize('NFKC').trim() };
}

describe('the 22 sample sheets are read as expected.json says, no more and no less', () => {
  it.each(expectedFiles.map((expected) => [expected.file, expected] as const))('%s', async (_file, expected) => {
    const reading = await readSample(expected);
    expect({
      sheet: reading.sheet,
      header_rows: reading.headerRows,
      columns: reading.columns,
      ignored_rows: reading.ignored,
      errors: reading.errors.map(findingOf),
      warnings: reading.warnings.map(findingOf),
      lines_valid: reading.lines.filter(({ line }) => line !== null).length,
      lines: reading.lines.map(lineOf),
    }).toEqual({
      sheet: expected.sheet,
      header_rows: expected.header_rows,
      columns: expected.columns,
      ignored_rows: expected.ignored_rows,
      errors: [...expected.errors].sort(byColumn),
      warnings: [...expected.warnings].sort(byColumn),
      lines_valid: expected.lines_valid,
      lines: expected.lines.map(expectedLine),
    });
  });

  it('every error comes with a proposal that is read without it', async () => {
    const faulty = expectedFiles.find(({ file }) => file.includes('transport'));
    if (!faulty) throw new Error('no faulty sample');
    const { errors } = await readSample(faulty);
    expect(errors.map(({ code, proposals }) => ({ code, proposals }))).toEqual([
      { code: 'bad_period', proposals: ['一季度', '二季度', '三季度', '四季度'] },
      { code: 'ratio_over_100', proposals: ['100%', '全覆盖'] },
      { code: 'unknown_matter', proposals: [expect.any(String), expect.any(String), expect.any(String)] },
    ]);
  });
});
