import { describe, expect, it } from 'vitest';
import { findDivision } from '#domain/enterprise/industry.ts';
import { maskPhone } from '#domain/enterprise/mask-phone.ts';
import { differsByOne, normaliseCode, normaliseName, normaliseText, textKey } from '#domain/enterprise/normal-text.ts';
import { readDay, readYes } from './cell.ts';
import { refuseName } from './file-shape.ts';
import { readTerritory } from './read-enterprise.ts';
import { readUscc } from './read-uscc.ts';
import { codes, territories } from './register.fixture.ts';
import { type FieldSpec, findTable } from './table.ts';

const taken = (read: { ok: boolean; value?: unknown }) => (read.ok ? read.value : null);

describe('texts', () => {
  it.each([
    [normaliseText, '\u00a0ＡＢ　Ｃ\u200b ', 'AB C'],
    [normaliseCode, ' ９１4311-03ma9 ', '91431103MA9'],
    [normaliseName, '永州 甲(集团) 有限公司', '永州甲（集团）有限公司'],
    [normaliseName, 'AB Soft 公司', 'AB Soft公司'],
    [textKey, '甲（集团）·Ａ', '甲集团a'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '12345', '****45'],
    [maskPhone, '', ''],
  ] as const)('text %#', (read, text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['ABC', 'ABD', true],
    ['ABC', 'ABC', false],
    ['ABC', 'AXY', false],
    ['ABC', 'AB', false],
  ])('%s and %s differ by one: %s', (one, other, expected) => expect(differsByOne(one, other)).toBe(expected));
});

describe('readUscc', () => {
  const [code] = codes;
  const last = code.at(-1) ?? '';
  const wrong = `${code.slice(0, 17)}${last === '0' ? '1' : '0'}`;
  const right = readUscc(wrong);
  const mended = right.ok ? '' : (right.proposal ?? '');
  it('takes a code in any width and case, with spaces between', () => {
    expect(taken(readUscc(`${mended.slice(0, 4)} ${mended.slice(4).toLowerCase()}`))).toBe(mended);
  });
  it('proposes the right check character', () =>
    expect(readUscc(wrong)).toMatchObject({ ok: false, say: expect.stringContaining('校验位'), proposal: mended }));
  it.each([
    ['9143', /有 4 位/],
    ['9.14311E+17', /成了数字/],
    [mended.replace('M', 'O'), /不会有 O/],
    [`${mended.slice(0, 3)}A${mended.slice(4)}`, /第 3—8 位是数字/],
  ])('%s is refused', (text, say) => expect(readUscc(text)).toMatchObject({ ok: false, say: expect.stringMatching(say) }));
  it('proposes digits for the letters that look like them', () => {
    const place = mended.indexOf('0', 8);
    expect(readUscc(`${mended.slice(0, place)}O${mended.slice(place + 1)}`)).toMatchObject({ proposal: mended });
  });
});

describe('readTerritory', () => {
  it.each([
    ['梅湾街道', '431103001'],
    ['431103001', '431103001'],
    ['冷水滩区梅湾街道办事处', '431103001'],
    ['梅湾', '431103001'],
    ['无此街道', null],
    ['冷水滩高科园', null],
  ])('%s → %s', (text, expected) => expect(taken(readTerritory(text, territories))).toBe(expected));
  it('proposes the closest', () => expect(readTerritory('梅弯街道', territories)).toMatchObject({ proposal: '梅湾街道' }));
});

describe('words, days and industries', () => {
  it.each([
    ['2026-09-21', '2026-09-21'],
    ['2026/9/1', '2026-09-01'],
    ['2026年9月21日', '2026-09-21'],
    ['20260921', '2026-09-21'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['长期', null],
  ])('day %s → %s', (text, expected) => expect(taken(readDay(text))).toBe(expected));
  it.each([
    ['是', true],
    ['√', true],
    ['否', false],
    ['大概', null],
  ])('%s → %s', (text, expected) => expect(taken(readYes(text))).toBe(expected));
  it.each([
    ['52', '52'],
    ['F5211', '52'],
    ['1', '01'],
    ['零售业', '52'],
    ['99', null],
    ['批发零售', null],
  ])('industry %s → %s', (text, expected) => expect(findDivision(text)).toBe(expected));
  it.each([
    ['名录.csv', null],
    ['名录.XLSX', null],
    ['名录.xlsm', expect.stringContaining('宏')],
    ['名录.pdf', expect.stringContaining('.csv')],
  ])('file %s', (name, expected) => expect(refuseName(name)).toEqual(expected));
});

describe('findTable', () => {
  const specs: readonly FieldSpec<'name' | 'phone' | 'contact'>[] = [
    { field: 'name', heading: '企业名称', words: ['名称'], hint: '' },
    { field: 'contact', heading: '联系人', words: [], hint: '' },
    { field: 'phone', heading: '联系电话', words: ['电话'], hint: '' },
  ];
  const rowOf = (row: number, ...texts: string[]) => ({
    row,
    cells: texts.map((text, index) => ({ address: `${String.fromCharCode(65 + index)}${row}`, text })),
  });
  const gridOf = (...rows: ReturnType<typeof rowOf>[]) => ({ sheets: [{ name: '一', rows, merges: [] }] });

  it('finds columns by their words in any order, below titles; a word at the end of a heading decides', () => {
    const grid = gridOf(
      rowOf(1, '企业名录'),
      rowOf(3, '联系人电话', '备注', '联 系 人', '企业名称（必填）'),
      rowOf(5, '１', 'x', '甲', ' 乙\u00a0'),
    );
    expect(findTable(grid, specs, ['name'])).toEqual({
      ...{ sheet: '一', headingRow: 3, unread: ['备注'] },
      rows: [{ row: 5, cells: { phone: '1', contact: '甲', name: '乙' } }],
    });
  });

  it('is no table without the columns that are needed', () => {
    expect(findTable(gridOf(rowOf(1, '联系人', '电话')), specs, ['name'])).toBeNull();
  });
});
