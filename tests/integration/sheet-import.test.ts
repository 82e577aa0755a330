import { describe, expect, it } from 'vitest';
import { approveDeclaration, submitDeclaration } from '#features/declaration/commands/send-declaration.ts';
import { mendSheetAction } from '#features/sheet/actions.ts';
import { importSheet } from '#features/sheet/commands/import-sheet.ts';
import { mendSheet } from '#features/sheet/commands/mend-sheet.ts';
import { readSheet } from '#features/sheet/commands/read-sheet.ts';
import { undoImport } from '#features/sheet/commands/undo-import.ts';
import { uploadSheet } from '#features/sheet/commands/upload-sheet.ts';
import { loadSheetDesk } from '#features/sheet/queries/list-sheets.ts';
import { loadSheet, loadSheetFile } from '#features/sheet/queries/load-sheet.ts';
import type { SheetMend } from '#features/sheet/schema.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { seen } from '#support/declarations.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, signIn, succeed } from '#support/people.ts';
import { press } from '#support/request-scope.ts';
import { readDetail, readEvents, readState } from '#support/rows.ts';
import { sampleSheet } from '#support/sheet-files.ts';
import { nameOf, readStored, thisYear, uploadAndImport, uploadAndRead } from '#support/sheets.ts';
import { type LineCells, lineOf, workbookOf } from '#support/workbooks.ts';

const [filer, head, neighbour, stranger] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('zengli'),
  agencyOf('suchenxin'),
  agencyOf('weibofeng'),
]);

const transport = await agencyOf('mengjiaguo');

let quantity = 0;
/** Lines that no other sheet holds. */
const newLines = (count: number): LineCells[] =>
  Array.from({ length: count }, () => {
    quantity += 1;
    return lineOf(quantity);
  });
const sheetOf = async (lines: readonly LineCells[], scope = filer) => workbookOf(lines, { agency: await nameOf(scope), year: thisYear });

function linesOf(sheet: string) {
  return asOwner<{ sheet_row: number; count: number; outcome: string; declaration_id: string }>(
    'SELECT sheet_row, count, outcome::text AS outcome, declaration_id FROM declaration_line WHERE sheet_id = $1 ORDER BY ordinal',
    [sheet],
  );
}

describe('uploadSheet keeps a file and queues its reading', () => {
  it('stores it whole, for its own agency only', async () => {
    const bytes = await sheetOf(newLines(1));
    const sheet = await uploadAndRead(filer, '计划.xlsx', bytes);
    expect(await readStored(sheet)).toMatchObject({ status: 'read', rows_read: 1 });
    expect(Buffer.from((await loadSheetFile(filer, sheet))?.bytes ?? [])).toEqual(bytes);
    expect(await readEvents(sheet)).toEqual(['sheet.uploaded', 'sheet.read']);
    for (const scope of [neighbour, stranger])
      expect([await loadSheet(scope, sheet), await loadSheetFile(scope, sheet)]).toEqual([null, null]);
    expect((await loadSheetDesk(neighbour, thisYear)).sheets.map(({ id }) => id)).not.toContain(sheet);
  });

  it('queues the job in the same transaction', async () => {
    const { sheet } = await succeed(filer, uploadSheet, { year: thisYear, name: 'a.xlsx', bytes: new Uint8Array([1]) });
    const jobs = await asOwner(
      `SELECT extract(epoch FROM job.expire_in)::int AS seconds, expire_seconds AS limit FROM pgboss.job JOIN pgboss.queue USING (name)
      WHERE name = 'sheet-read' AND data ->> 'sheet' = $1`,
      [sheet],
    );
    // A reading that a crash cut off is taken up again after two minutes.
    expect(jobs).toEqual([{ seconds: 120, limit: 120 }]);
    expect(await loadSheet(filer, sheet)).toMatchObject({ status: 'received', reading: null, canMend: false });
  });

  it('a year that cannot be declared now is refused', async () => {
    const outcome = await act(filer, uploadSheet, { year: thisYear + 2, name: 'a.xlsx', bytes: new Uint8Array([1]) });
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'invalid', fields: { year: [expect.any(String)] } } });
  });

  it('read twice at once, as after a restart, it is read once', async () => {
    const { sheet } = await succeed(filer, uploadSheet, {
      year: thisYear,
      name: 'a.xlsx',
      bytes: new Uint8Array(await sheetOf(newLines(1))),
    });
    const job = { sheet, districtCode: filer.districtCode };
    await Promise.all([readSheet(job, 'one'), readSheet(job, 'two')]);
    await readSheet(job, 'three');
    expect(await readEvents(sheet)).toEqual(['sheet.uploaded', 'sheet.read']);
  });

  it('the same file again: its page names the other upload', async () => {
    const bytes = await sheetOf(newLines(1));
    const first = await uploadAndRead(filer, 'a.xlsx', bytes);
    expect((await loadSheet(filer, first))?.twin).toBeNull();
    const second = await uploadAndRead(filer, 'b.xlsx', bytes);
    expect((await loadSheet(filer, second))?.twin).toMatchObject({ id: first, status: 'read' });
  });
});

describe('a sheet that asks for more enterprises than the register holds', () => {
  it('is told so beside its line, which stays without a warning', async () => {
    const sheet = await loadSheet(filer, await uploadAndRead(filer, 'a.xlsx', await sheetOf([lineOf(1), lineOf(99_999)])));
    expect(sheet?.reading?.warnings).toEqual([]);
    expect([...(sheet?.shortages ?? [])]).toEqual([[5, expect.stringMatching(/^名录里符合条件的只有 \d+ 家$/)]]);
  });
});

describe('importSheet adds the lines to the open declaration', () => {
  it('all of them, each with its row; beginning the declaration where there is none', async () => {
    const { sheet, declaration } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(3)));
    const lines = await linesOf(sheet);
    expect(lines.map(({ sheet_row, outcome }) => ({ sheet_row, outcome }))).toEqual(
      [4, 5, 6].map((sheet_row) => ({ sheet_row, outcome: 'unreviewed' })),
    );
    expect(new Set(lines.map(({ declaration_id }) => declaration_id))).toEqual(new Set([declaration]));
    expect(await readStored(sheet)).toMatchObject({ status: 'imported', added: 3, declaration_id: declaration });
    expect(await readEvents(sheet)).toEqual(['sheet.uploaded', 'sheet.read', 'sheet.imported']);
  });

  it('the same file again: every line is known, nothing is doubled', async () => {
    const lines = newLines(2);
    const bytes = await sheetOf(lines);
    await uploadAndImport(filer, 'a.xlsx', bytes);
    const again = await uploadAndRead(filer, 'a.xlsx', bytes);
    expect((await loadSheet(filer, again))?.known.size).toBe(2);
    expect(await act(filer, importSheet, { sheet: again })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    const more = await uploadAndImport(filer, 'b.xlsx', await sheetOf([...lines, ...newLines(1)]));
    expect(await linesOf(more.sheet)).toHaveLength(1);
  });

  it('not while something in it is wrong', async () => {
    const sheet = await uploadAndRead(filer, 'a.xlsx', await sheetOf([lineOf(1, { 5: '第五季度' })]));
    expect(await act(filer, importSheet, { sheet })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    expect(await linesOf(sheet)).toEqual([]);
  });

  it('five thousand lines at once', async () => {
    const { sheet } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(5_000)));
    expect(await readStored(sheet)).toMatchObject({ status: 'imported', added: 5_000 });
  });

  it('of two at once one imports it', async () => {
    const sheet = await uploadAndRead(filer, 'a.xlsx', await sheetOf(newLines(2)));
    await expectOneOf([act(filer, importSheet, { sheet }), act(filer, importSheet, { sheet })]);
    expect(await linesOf(sheet)).toHaveLength(2);
  });

  it('two uploads of the same file at once: each line once', async () => {
    const bytes = await sheetOf(newLines(2));
    const sheets = [await uploadAndRead(filer, 'a.xlsx', bytes), await uploadAndRead(filer, 'a.xlsx', bytes)];
    await expectOneOf(sheets.map((sheet) => act(filer, importSheet, { sheet })));
    expect((await Promise.all(sheets.map(linesOf))).flat()).toHaveLength(2);
  });
});

describe('undoImport takes the batch out again', () => {
  it('nothing is left, and it may be imported once more', async () => {
    const { sheet, declaration } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(2)));
    await succeed(filer, undoImport, { sheet });
    expect(await linesOf(sheet)).toEqual([]);
    // The declaration goes on naming the sheet, as one that was taken out again.
    expect(await readStored(sheet)).toMatchObject({ status: 'undone', added: 0, declaration_id: declaration });
    await succeed(filer, importSheet, { sheet });
    expect(await linesOf(sheet)).toHaveLength(2);
  });

  it('what was taken out stays in the record', async () => {
    const { sheet } = await uploadAndImport(filer, 'a.xlsx', await sheetOf([lineOf(7001), lineOf(7002)]));
    await succeed(filer, undoImport, { sheet });
    const lines = [7001, 7002].map((count, index) => ({ count, sheetRow: 4 + index, period: { kind: 'quarter', quarters: [2] } }));
    expect(await readDetail(sheet, 'sheet.reverted')).toMatchObject({ removed: 2, lines });
  });

  it('of two at once one does', async () => {
    const { sheet } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(1)));
    await expectOneOf([act(filer, undoImport, { sheet }), act(filer, undoImport, { sheet })]);
  });

  it('not once the declaration was sent; what comes later goes into the next one', async () => {
    const { sheet, declaration } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(1)));
    await succeed(filer, submitDeclaration, { declaration });
    expect(await act(filer, undoImport, { sheet })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    const waiting = await uploadAndRead(filer, 'b.xlsx', await sheetOf(newLines(1)));
    expect(await act(filer, importSheet, { sheet: waiting })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    await succeed(head, approveDeclaration, await seen(declaration));
    const next = await succeed(filer, importSheet, { sheet: waiting });
    expect(next.declaration).not.toBe(declaration);
    expect(await linesOf(sheet)).toHaveLength(1);
  });
});

/** The sample of 区交通运输局 with its three faulty cells, in the year that it was made for. */
async function uploadFaulty(scope: AgencyScope): Promise<string> {
  const sheet = await uploadAndRead(scope, '区交通运输局.xlsx', sampleSheet('431103-transport-2026.xlsx'));
  await asOwner('UPDATE sheet_import SET year = 2026 WHERE id = $1', [sheet]);
  return sheet;
}

const errorsOf = async (scope: AgencyScope, sheet: string) => (await loadSheet(scope, sheet))?.reading?.errors ?? [];
const mendOf = (sheet: string, change: Partial<SheetMend>): SheetMend => ({ sheet, intent: 'write', ...change });

describe('mendSheet corrects the reading, never the file', () => {
  it('the three faulty cells of the sample: a proposal, a text, a row left out; then it is imported', async () => {
    const { secret } = await signIn('mengjiaguo');
    const sheet = await uploadFaulty(transport);
    const [period, ratio, matter] = await errorsOf(transport, sheet);
    expect([period?.code, ratio?.code, matter?.code]).toEqual(['bad_period', 'ratio_over_100', 'unknown_matter']);
    const proposal = period?.proposals[3] ?? '';
    expect((await press(mendSheetAction, { secret }, { sheet, cell: 'F7', text: '第五季度', proposal })).state?.errors).toEqual({});
    expect((await press(mendSheetAction, { secret }, { sheet, cell: 'E8', text: '１２％' })).state?.errors).toEqual({});
    expect((await press(mendSheetAction, { secret }, { sheet, cell: 'B9', intent: 'leaveOut' })).state?.errors).toEqual({});
    const { reading } = (await loadSheet(transport, sheet)) ?? {};
    expect(reading?.errors).toEqual([]);
    expect(reading?.ignored).toContainEqual({ row: 9, why: 'left-out' });
    expect(reading?.lines.find(({ row }) => row === 7)?.period).toEqual({ kind: 'quarter', quarters: [4] });
    await succeed(transport, importSheet, { sheet });
    expect((await linesOf(sheet)).map(({ sheet_row }) => sheet_row)).toEqual([4, 5, 6, 7, 8, 10]);
  });

  it('a correction may be wrong as well, be taken back, or all be dropped', async () => {
    const sheet = await uploadFaulty(transport);
    await succeed(transport, mendSheet, mendOf(sheet, { cell: 'F7', text: '第六季度' }));
    expect((await errorsOf(transport, sheet))[0]).toMatchObject({ row: 7, value: '第六季度' });
    await succeed(transport, mendSheet, mendOf(sheet, { cell: 'F7', intent: 'restore' }));
    expect((await errorsOf(transport, sheet))[0]).toMatchObject({ row: 7, value: '第五季度' });
    await succeed(transport, mendSheet, mendOf(sheet, { cell: 'A7', intent: 'leaveOut' }));
    await succeed(transport, mendSheet, mendOf(sheet, { cell: 'A7', intent: 'takeIn' }));
    await succeed(transport, mendSheet, mendOf(sheet, { cell: 'A8', intent: 'leaveOut' }));
    expect(await errorsOf(transport, sheet)).toHaveLength(2);
    await succeed(transport, mendSheet, mendOf(sheet, { intent: 'startOver' }));
    expect(await errorsOf(transport, sheet)).toHaveLength(3);
  });

  it('nothing written, no cell named: refused', async () => {
    const sheet = await uploadFaulty(transport);
    const outcomes = [
      await act(transport, mendSheet, mendOf(sheet, { cell: 'F7' })),
      await act(transport, mendSheet, mendOf(sheet, { text: '3月' })),
    ];
    expect(outcomes).toMatchObject([{ refusal: { kind: 'invalid' } }, { refusal: { kind: 'invalid' } }]);
  });

  it('two at once: both are kept', async () => {
    const sheet = await uploadFaulty(transport);
    await Promise.all([
      succeed(transport, mendSheet, mendOf(sheet, { cell: 'F7', text: '三季度' })),
      succeed(transport, mendSheet, mendOf(sheet, { cell: 'E8', text: '12%' })),
    ]);
    expect(await errorsOf(transport, sheet)).toHaveLength(1);
  });

  it('not once it is imported', async () => {
    const { sheet } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(1)));
    expect(await act(filer, mendSheet, mendOf(sheet, { cell: 'F4', text: '3月' }))).toMatchObject({ refusal: { kind: 'stale' } });
  });
});

describe("others' sheets are not found", () => {
  it("neither another agency's nor another district's, to mend, import or undo", async () => {
    const sheet = await uploadAndRead(filer, 'a.xlsx', await sheetOf(newLines(1)));
    const { sheet: imported } = await uploadAndImport(filer, 'a.xlsx', await sheetOf(newLines(1)));
    for (const scope of [neighbour, stranger]) {
      await expectNotFound(
        () => act(scope, mendSheet, mendOf(sheet, { cell: 'F4', text: '3月' })),
        () => act(scope, importSheet, { sheet }),
        () => act(scope, undoImport, { sheet: imported }),
      );
    }
  });

  it("a sheet of another agency's form says so, and is not imported", async () => {
    const sheet = await uploadAndRead(filer, 'a.xlsx', await sheetOf(newLines(1), neighbour));
    const before = await readState();
    expect(await errorsOf(filer, sheet)).toMatchObject([{ code: 'other_agency', row: 2 }]);
    expect(await act(filer, importSheet, { sheet })).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await readState()).toEqual(before);
  });
});
