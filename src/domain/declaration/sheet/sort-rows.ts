import { type Cell, columnOf, type GridRow, letterOf } from './grid.ts';
import type { Table } from './table.ts';
import { squeeze } from './text.ts';

/** Why a row of the sheet is not a line of the declaration. */
export type WhyIgnored = 'title' | 'form-info' | 'header' | 'section' | 'subtotal' | 'total' | 'notes' | 'signature' | 'blank' | 'left-out';
export type IgnoredRow = { readonly row: number; readonly why: WhyIgnored };
export type SortedRows = { readonly data: readonly GridRow[]; readonly ignored: readonly IgnoredRow[] };

const particulars = /(?:填报|申报|报送|填表|编制)(?:单位|部门|日期|时间|人)|单位\(盖章\)|年月日|联系(?:人|电话)/;
const total = /^(?:总计|合计|共计|总合计)[:：]?/;
const subtotal = /^(?:小计|分计)[:：]?/;
const notes = /^(?:备注|注|说明|填表说明|填报说明|附注)[\d:：.、]?/;
const signature = /(?:填表人|审核人|审批人|负责人|经办人|制表人|填报人|联系电话|签字|签章)[:：(]/;
const numbering = /^(?:\(?[一二三四五六七八九十]+[)、.．]|第[一二三四五六七八九十]+(?:类|部分))/;

const filledIn = ({ cells }: GridRow) => cells.filter(({ text }) => squeeze(text) !== '');

function whyAbove(filled: readonly Cell[], isFirst: boolean): WhyIgnored {
  const text = squeeze(filled.map((cell) => cell.text).join(' '));
  if (particulars.test(text)) return 'form-info';
  if (isFirst) return 'title';
  return filled.length > 1 ? 'header' : 'form-info';
}

type Below = { readonly table: Table; readonly afterNotes: boolean };

function whySingle(text: string, { afterNotes }: Below): WhyIgnored | null {
  if (signature.test(text)) return 'signature';
  if (notes.test(text)) return 'notes';
  if (numbering.test(text) && !afterNotes) return 'section';
  return afterNotes ? 'notes' : null;
}

/** Why a row with one filled cell is no line: a group's heading, a note, or a number written ahead of a line never filled in. */
function whyLone(row: GridRow, cell: Cell, below: Below): WhyIgnored | null {
  const text = squeeze(cell.text);
  const why = whySingle(text, below);
  if (why) return why;
  if (columnOf(cell.address) === below.table.columns.seq && /^\d+$/.test(text)) return 'blank';
  return isSpanning(row, below.table) ? 'section' : null;
}

/** Why a row below the heading is no line; null where it is one. */
function whyBelow(row: GridRow, below: Below): WhyIgnored | null {
  const filled = filledIn(row);
  const first = filled[0];
  if (!first) return 'blank';
  const text = squeeze(first.text);
  if (subtotal.test(text)) return 'subtotal';
  if (total.test(text)) return 'total';
  if (filled.length === 1) return whyLone(row, first, below);
  const matter = filled.find(({ address }) => columnOf(address) === below.table.columns.matter);
  if (matter && squeeze(matter.text) === '检查事项') return 'header';
  if (signature.test(text)) return 'signature';
  return notes.test(text) && !matter ? 'notes' : null;
}

function isSpanning({ row }: GridRow, { sheet }: Table): boolean {
  return sheet.merges.some(({ top, bottom, left, right }) => top === row && bottom === row && right - left >= 2);
}

function isOnlyUnread(row: GridRow, { columns }: Table): boolean {
  const read = new Set<string>(Object.values(columns));
  return filledIn(row).every(({ address }) => !read.has(columnOf(address)) || columnOf(address) === columns.seq);
}

/** Sorts a sheet's rows into lines and what is no line, with why; blank rows between them are named as well. */
export function sortRows(table: Table, leftOut: ReadonlySet<number>): SortedRows {
  const lastHeader = table.headerRows.at(-1) ?? 0;
  const data: GridRow[] = [];
  const ignored: IgnoredRow[] = [];
  let next = 1;
  let afterNotes = false;
  const firstFilled = table.sheet.rows.find((row) => filledIn(row).length > 0)?.row;
  for (const row of table.sheet.rows) {
    if (filledIn(row).length === 0) continue;
    for (; next < row.row; next++) ignored.push({ row: next, why: 'blank' });
    next = row.row + 1;
    const why = whyOf(row);
    afterNotes ||= why === 'notes';
    if (why) ignored.push({ row: row.row, why });
    else data.push(row);
  }
  return { data, ignored };

  function whyOf(row: GridRow): WhyIgnored | null {
    if (table.headerRows.includes(row.row)) return 'header';
    if (row.row < lastHeader) return whyAbove(filledIn(row), row.row === firstFilled);
    if (leftOut.has(row.row)) return 'left-out';
    return whyBelow(row, { table, afterNotes }) ?? (isOnlyUnread(row, table) ? 'blank' : null);
  }
}

/** The filled cells of a line by column letters; a vertically merged cell speaks for all its rows. */
export function cellsOf(table: Table): (row: GridRow) => ReadonlyMap<string, Cell> {
  const tall = table.sheet.merges.filter(({ top, bottom }) => bottom > top);
  const sources = new Map<string, string>();
  for (const { top, bottom, left } of tall) {
    for (let row = top + 1; row <= bottom; row++) sources.set(`${letterOf(left)}${row}`, `${letterOf(left)}${top}`);
  }
  const wanted = new Set(sources.values());
  const heads = new Map(
    table.sheet.rows.flatMap(({ cells }) => cells.filter(({ address }) => wanted.has(address)).map((cell) => [cell.address, cell])),
  );
  const readColumns = [...new Set(Object.values(table.columns))];
  return (row) => {
    const own = new Map(row.cells.filter(({ text }) => squeeze(text) !== '').map((cell) => [columnOf(cell.address), cell]));
    for (const letters of readColumns) {
      const head = own.has(letters) ? undefined : heads.get(sources.get(`${letters}${row.row}`) ?? '');
      if (head) own.set(letters, head);
    }
    return own;
  };
}
