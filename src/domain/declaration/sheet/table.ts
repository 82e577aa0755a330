import { type Cell, columnOf, type GridRow, type Sheet, type SheetGrid } from './grid.ts';
import { squeeze } from './text.ts';

/** What a declaration's columns hold. */
export type Field = 'seq' | 'matter' | 'category' | 'basis' | 'pool' | 'quantity' | 'period' | 'form' | 'source' | 'partners' | 'remark';

/** Headings as both districts' forms and their neighbours write them, brackets apart. */
const headings: readonly (readonly [Field, RegExp])[] = [
  ['seq', /^(?:序号|编号|项次)$/],
  ['matter', /^(?:涉企)?(?:行政)?(?:检查|执法)(?:检查)?(?:事项|项目|内容)(?:名称)?$|^事项名称$|^事项$/],
  ['category', /^(?:检查|执法|事项)?类(?:别|型)$/],
  ['basis', /^(?:检查|执法|法律|法定)?依据$/],
  ['pool', /^(?:检查|执法)?对象(?:范围|名称)?$|^检查范围$/],
  ['quantity', /^(?:计划)?(?:检查|抽查)?(?:数量|家数|户数|比例)(?:[/、或和及](?:检查)?(?:比例|数量))?$/],
  ['period', /^(?:计划)?(?:检查|执法|实施|开展|抽查)?(?:时间|时段|时限)(?:安排)?$/],
  ['form', /^(?:检查|开展|执法|实施)?方式$/],
  ['source', /^(?:任务|检查)?来源$/],
  ['partners', /^(?:配合|联合|协同|参与|协助)(?:执行|检查|执法)?(?:单位|部门)$/],
  ['remark', /^备注$/],
];

/** A declaration's table: where it stands, and which column holds what. */
export type Table = {
  readonly sheet: Sheet;
  /** One row, or two where headings are grouped. */
  readonly headerRows: readonly number[];
  /** Letters of the columns that are read. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Every heading, also of columns that are not read, with its letters. */
  readonly headings: Readonly<Record<string, string>>;
};

const lastHeaderRow = 60;

const headingOf = (cell: Cell) => squeeze(cell.text);

/** A heading is short; longer text is not looked into. */
const longestHeading = 60;

function fieldOf(heading: string): Field | null {
  if (heading.length > longestHeading) return null;
  const bare = heading.replace(/\([^)]*\)/g, '').replace(/[*:]/g, '');
  return headings.find(([, words]) => words.test(bare))?.[0] ?? null;
}

function fieldsIn(rows: readonly GridRow[]): Set<Field> {
  return new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => fieldOf(headingOf(cell)) ?? [])));
}

/** The second row of a grouped heading: it names fields, and nothing in it is data. */
function isSecondRow(first: GridRow, second: GridRow | undefined): second is GridRow {
  if (second?.row !== first.row + 1) return false;
  const known = fieldsIn([second]);
  return (
    known.size > 0 && second.cells.every((cell) => fieldOf(headingOf(cell)) !== null || (headingOf(cell).length <= 12 && known.size > 1))
  );
}

function isHeader(rows: readonly GridRow[]): boolean {
  const fields = fieldsIn(rows);
  return fields.has('matter') && (fields.has('quantity') || fields.has('period')) && fields.size >= 3;
}

function tableAt(sheet: Sheet, rows: readonly GridRow[]): Table {
  const names = new Map<string, string>();
  // The lower row names the column more closely than the group above it.
  for (const { cells } of rows) for (const cell of cells) names.set(columnOf(cell.address), headingOf(cell));
  const ordered = [...names].sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1));
  const columns: Partial<Record<Field, string>> = {};
  for (const [letters, heading] of ordered) {
    const field = fieldOf(heading);
    if (field && columns[field] === undefined) columns[field] = letters;
  }
  const byHeading = Object.fromEntries(ordered.map(([letters, heading]) => [heading, letters]));
  return { sheet, headerRows: rows.map(({ row }) => row), columns, headings: byHeading };
}

function tableIn(sheet: Sheet): Table | null {
  for (const [index, first] of sheet.rows.entries()) {
    if (first.row > lastHeaderRow) return null;
    const second = sheet.rows[index + 1];
    const rows = isSecondRow(first, second) ? [first, second] : [first];
    if (isHeader(rows) && fieldsIn([first]).size > 0) return tableAt(sheet, rows);
  }
  return null;
}

/** The workbook's declaration table: of several the one with most rows; `others` names sheets whose table is not read. */
export function findTable({ sheets }: SheetGrid): { readonly table: Table; readonly others: readonly string[] } | null {
  const tables = sheets.flatMap((sheet) => tableIn(sheet) ?? []).sort((one, other) => other.sheet.rows.length - one.sheet.rows.length);
  const [table, ...rest] = tables;
  const filled = rest.filter(({ sheet, headerRows }) =>
    sheet.rows.some(({ row, cells }) => row > (headerRows.at(-1) ?? 0) && cells.length > 2),
  );
  return table ? { table, others: filled.map(({ sheet }) => sheet.name) } : null;
}
