import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { startDraft } from '#features/filing/commands/keep-draft.ts';
import { makeTemplate } from '#features/register/api/template-workbook.ts';
import { importRegister } from '#features/register/commands/import-register.ts';
import { mendRow } from '#features/register/commands/mend-row.ts';
import { readRegister } from '#features/register/commands/read-register.ts';
import { undoImport } from '#features/register/commands/undo-import.ts';
import { uploadRegister } from '#features/register/commands/upload-register.ts';
import { loadImport, loadImportDesk, loadImportFile } from '#features/register/queries/load-import.ts';
import { loadTemplateChoices } from '#features/register/queries/load-template.ts';
import { rowFilter } from '#features/register/schema.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { type Cells, enterpriseHeads, enterpriseOf, inspectorHeads, registerBook, usccOf } from '#support/register-books.ts';
import { readEnterprise, readImport, uploadAndImport, uploadAndRead } from '#support/registers.ts';
import { readEvents } from '#support/rows.ts';

const [office, otherOffice, filer, neighbour] = await Promise.all([
  officeOf('luolin'),
  officeOf('penghaoran'),
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
]);

let next = 0;
/** New enterprises that no other test of this file imports. */
const newOnes = (count: number): Cells[] =>
  Array.from({ length: count }, () => {
    next += 1;
    return enterpriseOf(next);
  });
/** The text in GB18030, as spreadsheets here save it: no encoder is at hand, so the decoder is turned round. */
function encodeOld(text: string): Buffer {
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      if (trail !== 0x7f) bytesOf.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
}
const numberOf = (cells: Cells) => String(cells[1]);
const fatesOf = async (id: string) => (await readImport(id)).rows.map(({ fate }) => fate);
const firstPage = rowFilter.parse({});

describe('a file is read as it comes', () => {
  it('.csv in either encoding, .xls and .xlsx say the same', async () => {
    const row = newOnes(1)[0] ?? [];
    const text = `\ufeff${enterpriseHeads.join(',')}\r\n${row.join(',')}\r\n`;
    const old = encodeOld(text.slice(1));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([enterpriseHeads, [...row]] as unknown[][]), '名录');
    const xls = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const files: [string, Buffer][] = [
      ['名录.csv', Buffer.from(text)],
      ['名录.CSV', old],
      ['名录.xls', xls],
      ['名录.xlsx', await registerBook([row])],
    ];
    for (const [name, bytes] of files) {
      const { status, refusal, rows } = await readImport(await uploadAndRead(office, name, bytes));
      expect([name, status, refusal]).toEqual([name, 'read', '']);
      expect(rows).toMatchObject([{ row: 2, fate: 'added', key: numberOf(row) }]);
    }
  });

  it('columns in any order and under other words; what stands above the heading is no row', async () => {
    const heads = ['序号', '单位名称', '行业代码', '住所', '所属街道（镇）', '信用分类', '企业规模', '社会信用代码'];
    const rows = [
      [1, '永州市换列商贸有限公司', 'F52', '梅湾街道一号', '冷水滩区梅湾街道办事处', 'B级', '小型企业', usccOf(900_001).toLowerCase()],
    ];
    const id = await uploadAndRead(office, '名录.xlsx', await registerBook(rows, heads, [['企业名录'], ['填报单位：办公室']]));
    const { tally, rows: read } = await readImport(id);
    expect(read).toMatchObject([{ row: 4, fate: 'added', key: usccOf(900_001) }]);
    expect(tally).toMatchObject({ headingRow: 3, unread: ['序号'] });
  });

  it.each([
    ['no heading', [['甲', '乙']], ['一', '二'], /表头/],
    ['nothing below it', [], enterpriseHeads, /没有内容/],
  ])('refused: %s', async (_what, rows, heads, say) => {
    const id = await uploadAndRead(office, '名录.xlsx', await registerBook(rows, heads));
    expect(await readImport(id)).toMatchObject({ status: 'refused', refusal: expect.stringMatching(say), rows: [] });
    expect(await readEvents(id)).toEqual(['register.uploaded', 'register.refused']);
  });

  it('what is no table, and a macro behind a harmless name', async () => {
    const files: [string, Buffer][] = [
      ['a.xlsx', Buffer.from('not a workbook')],
      ['a.csv', Buffer.from([0xff, 0x00, 0x01, 0x00])],
    ];
    for (const [name, bytes] of files)
      expect(await readImport(await uploadAndRead(office, name, bytes))).toMatchObject({ status: 'refused' });
  });

  it('read twice at once, as after a restart, it is read once', async () => {
    const { import: id } = await succeed(office, uploadRegister, { name: 'a.xlsx', bytes: new Uint8Array(await registerBook(newOnes(2))) });
    await Promise.all([readRegister({ import: id }, 'one'), readRegister({ import: id }, 'two')]);
    expect(await readEvents(id)).toEqual(['register.uploaded', 'register.read']);
    expect(await fatesOf(id)).toEqual(['added', 'added']);
  });

  it.each([
    ['enterprise', office],
    ['inspector', filer],
  ] as const)('the template of %ss: what is filled in by it is read without errors', async (kind, scope) => {
    const { bytes } = await makeTemplate(await loadTemplateChoices(scope));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const [range] = await asOwner<{ group: string }>(
      `SELECT "group" FROM matter WHERE district_code = '431103' AND agency_kind = 'amr' LIMIT 1`,
    );
    const filled = {
      enterprise: [usccOf(900_010), '永州市模板商贸有限公司', '梅湾街道', '否', '零售业', '微型', 'A', '否', '否', '一号', '', '', '存续'],
      inspector: ['模板员', 'TPL-0001', '统一执法证', '2025-03-22', '2030-03-21', range?.group ?? ''],
    };
    for (const [index, cell] of filled[kind].entries()) {
      const place = book.worksheets[0]?.getCell(2, index + 1);
      if (place) place.value = cell;
    }
    const id = await uploadAndRead(scope, '模板.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect((await readImport(id)).rows).toMatchObject([{ row: 2, fate: 'added', say: '' }]);
  });
});

describe('importRegister writes a sheet whole', () => {
  it('added and changed rows, spelled and placed; then the same file adds nothing', async () => {
    const rows = newOnes(2);
    const bytes = await registerBook(rows);
    const id = await uploadAndImport(office, '名录.xlsx', bytes);
    const code = numberOf(rows[0] ?? []);
    expect(await readEnterprise(code)).toMatchObject({
      ...{ territory_code: '431103001', accountable_code: '431103001', industry: '52', industry_name: '零售业', size: 'micro', risk: 'B' },
      ...{ status: 'active', in_park: false, merged_into_id: null, pinyin: expect.stringMatching(/^yongzhoushixinban/) },
    });
    expect(await readEvents(id)).toEqual(['register.uploaded', 'register.read', 'register.imported']);
    const again = await uploadAndRead(office, '又一份.xlsx', bytes);
    expect(await fatesOf(again)).toEqual(['unchanged', 'unchanged']);
    expect(await act(office, importRegister, { import: again })).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('empty cells leave what stands there; a park answers for what sits in it', async () => {
    const [row = []] = newOnes(1);
    const code = numberOf(row);
    await uploadAndImport(office, '名录.xlsx', await registerBook([row]));
    await uploadAndImport(office, '园区.xlsx', await registerBook([[code, '', '是']], ['统一社会信用代码', '企业名称', '是否在园区']));
    expect(await readEnterprise(code)).toMatchObject({
      name: row[0],
      in_park: true,
      territory_code: '431103001',
      accountable_code: '431103-park-1',
    });
  });

  it('of two at once one imports it; two uploads of one file add each row once', async () => {
    const bytes = await registerBook(newOnes(2));
    const [one, other] = [await uploadAndRead(office, 'a.xlsx', bytes), await uploadAndRead(office, 'b.xlsx', bytes)];
    await expectOneOf([act(office, importRegister, { import: one }), act(office, importRegister, { import: one })]);
    expect(await act(office, importRegister, { import: other })).toMatchObject({ refusal: { kind: 'stale' } });
    const twice = await registerBook(newOnes(2));
    const ids = [await uploadAndRead(office, 'a.xlsx', twice), await uploadAndRead(office, 'b.xlsx', twice)];
    await expectOneOf(ids.map((id) => act(office, importRegister, { import: id })));
  });
});

describe('mendRow corrects a cell; rows that hang on it are judged anew', () => {
  it('a proposal, then the row that repeats it', async () => {
    const [row = []] = newOnes(1);
    const code = numberOf(row);
    const wrong = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`;
    const id = await uploadAndRead(office, 'a.xlsx', await registerBook([row.map((cell, index) => (index === 1 ? wrong : cell)), row]));
    expect(await fatesOf(id)).toEqual(['refused', 'added']);
    const { rows = [] } = (await loadImport(office, id, firstPage)) ?? {};
    expect(rows[0]?.fault).toMatchObject({ field: 'uscc', proposal: code });
    await succeed(office, mendRow, { import: id, row: 2, field: 'uscc', proposal: code });
    expect(await fatesOf(id)).toEqual(['added', 'repeated']);
    expect((await readImport(id)).tally).toMatchObject({ added: 1, repeated: 1, refused: 0 });
    expect(await act(office, mendRow, { import: id, row: 2, field: 'uscc', text: '' })).toMatchObject({ refusal: { kind: 'invalid' } });
    await expectNotFound(
      () => act(office, mendRow, { import: id, row: 99, field: 'uscc', text: code }),
      () => act(office, mendRow, { import: id, row: 2, field: 'nothing', text: code }),
    );
  });

  it('two at once: both are kept', async () => {
    const rows = newOnes(2).map((row) => row.map((cell, index) => (index === 2 ? '没有的街道' : cell)));
    const id = await uploadAndRead(office, 'a.xlsx', await registerBook(rows));
    await Promise.all([2, 3].map((row) => succeed(office, mendRow, { import: id, row, field: 'territory', text: '梅湾街道' })));
    expect(await fatesOf(id)).toEqual(['added', 'added']);
  });
});

describe('undoImport takes the batch back', () => {
  it('what was changed says again what it said; what was added is gone; then it may be imported once more', async () => {
    const [old = [], fresh = []] = newOnes(2);
    await uploadAndImport(office, 'a.xlsx', await registerBook([old]));
    const changed = old.map((cell, index) => (index === 5 ? 'D' : cell));
    const id = await uploadAndImport(office, 'b.xlsx', await registerBook([changed, fresh]));
    expect(await readEnterprise(numberOf(old))).toMatchObject({ risk: 'D' });
    await succeed(office, undoImport, { import: id });
    expect(await readEnterprise(numberOf(old))).toMatchObject({ risk: 'B' });
    expect(await readEnterprise(numberOf(fresh))).toBeUndefined();
    expect(await readEvents(id)).toContain('register.reverted');
    await succeed(office, importRegister, { import: id });
    expect(await readEnterprise(numberOf(fresh))).toBeDefined();
  });

  it('not once a row was used, and it says which and how', async () => {
    const [row = [], other = []] = newOnes(2);
    const id = await uploadAndImport(office, 'a.xlsx', await registerBook([row, other]));
    const enterprise = String((await readEnterprise(numberOf(row)))?.id);
    await succeed(filer, startDraft, { enterprise });
    await uploadAndImport(office, 'b.xlsx', await registerBook([other.map((cell, index) => (index === 5 ? 'C' : cell))]));
    const outcome = await act(office, undoImport, { import: id });
    expect(outcome).toMatchObject({
      refusal: {
        kind: 'invalid',
        fields: { '': [/有 2 行/, /第 2 行 .*备案/, /第 3 行 .*又改过/].map((say) => expect.stringMatching(say)) },
      },
    });
  });

  it('of two at once one does', async () => {
    const id = await uploadAndImport(office, 'a.xlsx', await registerBook(newOnes(1)));
    await expectOneOf([act(office, undoImport, { import: id }), act(office, undoImport, { import: id })]);
  });

  it('nothing else may be taken out of a register', async () => {
    await expect(asOwner('DELETE FROM enterprise WHERE id = (SELECT id FROM enterprise LIMIT 1)')).rejects.toThrow(
      /only what an import added/,
    );
  });
});

describe('an agency imports its own inspectors', () => {
  it('each row has its fate; a number of another agency is refused', async () => {
    const [range] = await asOwner<{ group: string }>(
      `SELECT "group" FROM matter WHERE district_code = '431103' AND agency_kind = 'amr' LIMIT 1`,
    );
    const [elsewhere] = await asOwner<{ no: string }>(
      `SELECT credential_no AS no FROM inspector WHERE agency_code = '431103-emergency' AND credential_no IS NOT NULL LIMIT 1`,
    );
    const group = range?.group ?? '';
    const rows: Cells[] = [
      ['导入甲', 'IMP-0001', '统一执法证', new Date('2025-03-22'), '2030年3月21日', group],
      ['导入甲', 'IMP 0001', '部门', '2025/3/22', '2030.3.21', group],
      ['导入乙', 'IMP-0002', '统一', '2025-02-30', '2030-03-21', group],
      ['导入丙', 'IMP-0003', '统一', '2031-01-01', '2030-03-21', group],
      ['导入丁', elsewhere?.no ?? '', '统一', '2025-01-01', '2030-03-21', group],
      ['导入戊', null, '无证', null, null, group],
      ['导入己', 'IMP-0004', '统一', '2025-01-01', '2030-03-21', '没有这个范围'],
      ['导入甲', 'IMP-0005', '统一', '2025-01-01', '2030-03-21', group],
    ];
    const id = await uploadAndRead(filer, '人员.xlsx', await registerBook(rows, inspectorHeads));
    expect(await fatesOf(id)).toEqual(['added', 'repeated', 'refused', 'refused', 'refused', 'added', 'refused', 'sameName']);
    expect(await succeed(filer, importRegister, { import: id })).toEqual({ written: 3 });
    const [stored] = await asOwner(
      "SELECT agency_code, valid_from::text, valid_to::text, groups FROM inspector WHERE credential_no = 'IMP-0001'",
    );
    expect(stored).toEqual({ agency_code: '431103-amr', valid_from: '2025-03-22', valid_to: '2030-03-21', groups: [group] });
    await succeed(filer, undoImport, { import: id });
    expect(await asOwner("SELECT FROM inspector WHERE credential_no LIKE 'IMP-%'")).toEqual([]);
  });
});

describe("others' imports are not found", () => {
  it("neither the other district's, nor an agency's, nor the office's", async () => {
    const id = await uploadAndRead(office, 'a.xlsx', await registerBook(newOnes(1)));
    const imported = await uploadAndImport(office, 'b.xlsx', await registerBook(newOnes(1)));
    const own = await uploadAndRead(filer, 'c.xlsx', await registerBook([['导入庚', 'IMP-0100']], inspectorHeads));
    for (const scope of [otherOffice, filer, neighbour]) {
      await expectNotFound(
        () => act(scope, mendRow, { import: id, row: 2, field: 'uscc', text: 'x' }),
        () => act(scope, importRegister, { import: id }),
        () => act(scope, undoImport, { import: imported }),
      );
      expect([await loadImport(scope, id, firstPage), await loadImportFile(scope, id)]).toEqual([null, null]);
      expect((await loadImportDesk(scope)).imports.map((each) => each.id)).not.toContain(id);
    }
    for (const scope of [office, neighbour]) await expectNotFound(() => act(scope, importRegister, { import: own }));
  });
});
