import { identityOf } from '../line.ts';
import { type Mends, noMends, type SheetContext } from './context.ts';
import type { Finding } from './finding.ts';
import { type Cell, columnOf, type GridRow, type SheetGrid } from './grid.ts';
import { judgeHeading } from './judge-heading.ts';
import { quietSayer } from './quiet-period.ts';
import { type LineReading, matterFinder, type ReadLine, readLine } from './read-line.ts';
import { agencyFinder } from './read-partners.ts';
import { cellsOf, type IgnoredRow, sortRows } from './sort-rows.ts';
import { findTable, type Table } from './table.ts';
import { tidy } from './text.ts';

/** Most lines that one sheet may hold. */
export const mostLines = 20_000;

/** A sheet read whole: what it says, what is wrong with it, and what was passed over. */
export type SheetReading = {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  /** Letters by heading, also of columns that are not read. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
  readonly ignored: readonly IgnoredRow[];
  readonly lines: readonly ReadLine[];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
};

function mendRow(row: GridRow, texts: ReadonlyMap<string, string>): GridRow {
  const kept = row.cells.filter(({ address }) => !texts.has(address));
  const mended: Cell[] = [...texts].map(([address, text]) => ({ address, text }));
  return { row: row.row, cells: [...kept, ...mended] };
}

function mendTable(table: Table, { cells }: Mends): Table {
  const byRow = new Map<number, Map<string, string>>();
  for (const [address, text] of Object.entries(cells)) {
    const row = Number(address.slice(columnOf(address).length));
    byRow.set(row, (byRow.get(row) ?? new Map()).set(address, text));
  }
  const rows = table.sheet.rows.map((row) => {
    const texts = byRow.get(row.row);
    return texts ? mendRow(row, texts) : row;
  });
  return { ...table, sheet: { ...table.sheet, rows } };
}

/** The same line twice in one sheet: the later one is an error, because only one of them could be stored. */
function findDoubles(readings: readonly LineReading[], { columns, headings }: Table): Finding[] {
  const seen = new Map<string, number>();
  const column = columns.matter ?? 'A';
  const header = Object.entries(headings).find(([, letters]) => letters === column)?.[0] ?? '';
  return readings.flatMap(({ read: { line, row, matterName } }) => {
    if (!line) return [];
    const identity = identityOf(line);
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, row);
    const message = `与第 ${first} 行相同，请删去一行，或改正不同之处`;
    return first === undefined ? [] : [{ row, column, header, code: 'duplicate_row' as const, value: matterName, message, proposals: [] }];
  });
}

const byPlace = (one: Finding, other: Finding) =>
  one.row - other.row || one.column.length - other.column.length || (one.column < other.column ? -1 : 1);

function warnOfOthers(table: Table, others: readonly string[]): Finding[] {
  return others.map((name) => {
    const message = `工作表“${name}”里也有申报表，没有读，要申报请另存为一个文件上传`;
    return { row: table.headerRows[0] ?? 1, column: 'A', header: '', code: 'other_table', value: tidy(name), message, proposals: [] };
  });
}

/** The headings that are looked for, for people whose sheet has none of them. */
export const noTable =
  '没有找到申报表的表头。表头一行里要有“检查事项”“检查数量”“检查时间”等栏目，可以下载本系统的模板，把内容粘贴进去再上传';

/** How many lines a workbook's table holds; null where it has no table. */
export function countLines(grid: SheetGrid): number | null {
  const found = findTable(grid);
  return found ? sortRows(found.table, new Set()).data.length : null;
}

/** Reads a workbook as a declaration, corrections included; null where no table stands in it. */
export function readDeclaration(grid: SheetGrid, context: SheetContext, mends: Mends = noMends): SheetReading | null {
  const found = findTable(grid);
  if (!found) return null;
  const table = mendTable(found.table, mends);
  const { data, ignored } = sortRows(table, new Set(mends.leftOut));
  const findAgency = agencyFinder(context.agencies, context.districtName);
  const reader = { context, table, findMatter: matterFinder(context), findAgency, sayQuiet: quietSayer(context) };
  const cells = cellsOf(table);
  const readings = data.map((row, index) => readLine(reader, row, { seq: index + 1, cells: cells(row) }));
  const heading = judgeHeading(table, context, findAgency);
  const used = new Set<string>(Object.values(table.columns));
  return {
    sheet: table.sheet.name,
    headerRows: table.headerRows,
    columns: table.headings,
    unread: Object.entries(table.headings).flatMap(([name, letters]) => (used.has(letters) ? [] : [name])),
    ignored,
    lines: readings.map(({ read }) => read),
    errors: [...heading.errors, ...readings.flatMap(({ errors }) => errors), ...findDoubles(readings, table)].sort(byPlace),
    warnings: [...heading.warnings, ...warnOfOthers(table, found.others), ...readings.flatMap(({ warnings }) => warnings)].sort(byPlace),
  };
}
