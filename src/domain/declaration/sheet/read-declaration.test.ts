import { describe, expect, it } from 'vitest';
import { noMends } from './context.ts';
import { letterOf, type Merge } from './grid.ts';
import { countLines, readDeclaration } from './read-declaration.ts';
import { context, heading, line, sheetOf, title, unit } from './sheet.fixture.ts';

const read = (rows: readonly (readonly string[])[], merges: readonly Merge[] = [], mends = noMends) => {
  const reading = readDeclaration({ sheets: [sheetOf(rows, merges)] }, context, mends);
  if (!reading) throw new Error('no table');
  return reading;
};
const withLines = (...lines: readonly (readonly string[])[]) => read([[title], [unit], heading, ...lines]);
const codes = (findings: readonly { code: string; column: string; row: number }[]) =>
  findings.map(({ code, column, row }) => `${column}${row} ${code}`);

describe('the table is found', () => {
  it('behind an instruction sheet, under any number of rows, in any order of columns', () => {
    const order = [5, 4, 1, 7, 6, 0];
    const turned = (row: readonly string[]) => order.map((column) => row[column] ?? '');
    const instructions = sheetOf([['填报说明'], ['一、每行填写一个检查事项。']], [], '填报说明');
    const sheet = sheetOf([[title], [], [unit], [], turned(heading), turned(line())], [], '表');
    const reading = readDeclaration({ sheets: [instructions, sheet] }, context);
    expect(reading).toMatchObject({ sheet: '表', headerRows: [5], errors: [], lines: [{ row: 6, seq: 1, form: 'onsite' }] });
    expect(reading?.ignored.map(({ why }) => why)).toEqual(['title', 'blank', 'form-info', 'blank', 'header']);
  });

  it('under two rows of headings, with line breaks, spaces and a full-width slash', () => {
    const first = ['序 号', '检 查\n事 项', '检查依据', '检查对象', '检查安排', '', '开展方式', '任务来源', '配合执行单位', '备注'];
    const second = ['', '', '', '', '检查数量\n／比例', '检查时间'];
    const reading = read([[title], first, second, line()]);
    expect(reading.headerRows).toEqual([2, 3]);
    expect(reading.columns).toMatchObject({ '检查数量/比例': 'E', 检查时间: 'F', 检查事项: 'B' });
    expect(reading.lines).toMatchObject([{ row: 4, quantity: { kind: 'count', count: 20 }, line: { matter: 'amr-002' } }]);
  });

  it('with a column more, which is named and not read', () => {
    const reading = read([
      [...heading, '联系人'],
      [...line(), '某某'],
    ]);
    expect(reading.unread).toEqual(['联系人']);
    expect(reading.errors).toEqual([]);
  });

  it('nowhere: there is no reading', () => {
    const grid = { sheets: [sheetOf([['通知'], ['请各单位报送']])] };
    expect([readDeclaration(grid, context), countLines(grid)]).toEqual([null, null]);
  });

  it('in two sheets: the longer one is read, and the other named', () => {
    const sheets = [sheetOf([heading, line()], [], '甲'), sheetOf([heading, line(), line({ E: '5家' })], [], '乙')];
    const reading = readDeclaration({ sheets }, context);
    expect(reading?.sheet).toBe('乙');
    expect(reading?.warnings).toMatchObject([{ code: 'other_table', value: '甲' }]);
  });
});

describe('rows that are no lines are told apart', () => {
  it('sections, subtotals, totals, notes, signatures, blanks, headings printed again', () => {
    const rows = [['一、上级部署事项'], line(), ['小计', '', '', '', '20'], [], ['（二）自主事项'], heading, line({ E: '5家' }), ['2']];
    const end = [['合计', '', '', '', '25'], ['备注：名单另报'], ['    2.另行报备。'], ['填表人：甲    审核人：乙']];
    const { ignored, lines } = withLines(...rows, ...end);
    expect(lines.map(({ row }) => row)).toEqual([5, 10]);
    expect(ignored.slice(3).map(({ row, why }) => `${row} ${why}`)).toEqual([
      ...['4 section', '6 subtotal', '7 blank', '8 section', '9 header', '11 blank'],
      ...['12 total', '13 notes', '14 notes', '15 signature'],
    ]);
  });

  it('a vertically merged cell speaks for all its rows', () => {
    const merges = [{ top: 4, bottom: 5, left: 6, right: 6 }];
    const reading = read([[title], [unit], heading, line({ G: '书面核查' }), line({ G: '', E: '5家' })], merges);
    expect(reading.lines.map(({ form }) => form)).toEqual(['document', 'document']);
  });
});

describe('every error stands at its cell', () => {
  it('all of a row at once', () => {
    const { errors, lines } = withLines(
      line({ B: '计量器具检察', E: '120%', F: '第五季度', H: '不详' }),
      line({ B: '', E: '', F: '', G: '走访' }),
    );
    expect(codes(errors)).toEqual([
      ...['B4 unknown_matter', 'E4 ratio_over_100', 'F4 bad_period', 'H4 bad_source'],
      ...['B5 missing_matter', 'E5 missing_quantity', 'F5 missing_period'],
    ]);
    expect(errors[0]?.proposals[0]).toBe('计量器具检查');
    expect(lines.every(({ line: whole }) => whole === null)).toBe(true);
  });

  it('another unit’s matter is told apart from an unknown one', () => {
    expect(withLines(line({ B: '发票检查' })).errors).toMatchObject([{ code: 'foreign_matter', column: 'B' }]);
  });

  it('the count beside the time stands in for an empty quantity, and gives way to another', () => {
    expect(withLines(line({ E: '', F: '3月检查4家' })).lines).toMatchObject([{ quantity: { kind: 'count', count: 4 } }]);
    const { errors, warnings } = withLines(line({ E: '5家', F: '3月检查4家' }));
    expect([codes(errors), codes(warnings)]).toEqual([[], ['F4 count_differs']]);
  });

  it('an empty method or source is assumed, and said', () => {
    const { errors, warnings, lines } = withLines(line({ G: '', H: '' }));
    expect([codes(errors), codes(warnings)]).toEqual([[], ['G4 assumed_method', 'H4 assumed_source']]);
    expect(lines).toMatchObject([{ form: 'onsite', source: 'local' }]);
  });

  it('the same line twice', () => {
    const { errors } = withLines(line(), line({ E: '5家' }), line({ A: '3', J: '另有备注' }));
    expect(errors).toMatchObject([{ row: 6, column: 'B', code: 'duplicate_row', message: '与第 4 行相同，请删去一行，或改正不同之处' }]);
  });

  it('another unit or another year above the table', () => {
    const other = read([[title.replace('2026', '2025')], ['填报单位（盖章）：区税务局'], heading, line()]);
    expect(codes(other.errors)).toEqual(['A1 other_year', 'A2 other_agency']);
    expect(other.errors[1]?.proposals).toEqual(['填报单位(盖章):永州市冷水滩区市场监督管理局']);
    expect(read([[title], ['填报单位：某某局'], heading, line()]).warnings).toMatchObject([{ code: 'unknown_agency' }]);
    expect(read([[title], ['填报单位：市监局'], heading, line()])).toMatchObject({ errors: [], warnings: [] });
  });
});

describe('a period wholly inside quiet days is a warning', () => {
  it.each([
    ['5月6日—5月15日', ['F4 quiet_day_overlap']],
    ['每月上旬', ['F4 quiet_day_overlap']],
    ['5月6日—5月21日', []],
    ['每月下旬', []],
    ['5月', []],
  ])('%s', (period, expected) => {
    expect(codes(withLines(line({ F: period })).warnings)).toEqual(expected);
  });

  it('not for a special field, and not where there are no quiet days', () => {
    const rows = [heading, line({ B: '餐饮服务检查', F: '5月6日' })];
    expect(read(rows).warnings).toEqual([]);
    const open = { ...context, quietDays: { recurrences: [], kinds: [] } };
    expect(readDeclaration({ sheets: [sheetOf([heading, line({ F: '5月6日' })])] }, open)?.warnings).toEqual([]);
  });
});

describe('corrections are read like cells', () => {
  it('a text replaces what stood there, also in an empty cell and above the table', () => {
    const mends = { cells: { A1: title, F4: '三季度', E5: '5家' }, leftOut: [] };
    const rows = [[title.replace('2026', '2025')], [unit], heading, line({ F: '第五季度' }), line({ E: '' })];
    const reading = read(rows, [], mends);
    expect(reading.errors).toEqual([]);
    expect(reading.lines).toMatchObject([{ period: { quarters: [3] } }, { quantity: { count: 5 } }]);
  });

  it('a row left out is no line and no error', () => {
    const reading = read([heading, line(), line({ F: '待定' })], [], { cells: {}, leftOut: [3] });
    expect([reading.errors, reading.lines.length, reading.ignored.at(-1)]).toEqual([[], 1, { row: 3, why: 'left-out' }]);
  });
});

describe('columns have letters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (column, letters) => {
    expect(letterOf(column)).toBe(letters);
  });
});
