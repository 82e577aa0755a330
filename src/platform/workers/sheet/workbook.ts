import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { placeRefusals, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { type Cell, type GridRow, letterOf, type Merge, type Sheet, type SheetGrid } from '#domain/declaration/sheet/grid.ts';

const mostRow = 25_000;
const mostColumns = 60;
const mostText = 2_000;
const mostMerges = 5_000;
/** Characters of all sheets together, and what a cell counts besides its text: 300 for each of twenty thousand lines. */
const mostCharacters = 6_000_000;
const perCell = 8;
/** Cells of one merged range, and of all of a sheet together. */
const mostMerged = 20_000;

// Tab, line feed and carriage return may stand in a cell.
const control = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;

/** Why a workbook is not taken: thrown inside this file only, because it may come up in any of a hundred thousand cells. */
class Refused extends Error {}

function dateOf(value: number, format: string | number | undefined, is1904: boolean): string | undefined {
  if (format === undefined || !SSF.is_date(String(format))) return undefined;
  const parts = SSF.parse_date_code(value, { date1904: is1904 }) as { y: number; m: number; d: number } | null;
  if (!parts || parts.y < 1901) return undefined;
  return `${parts.y}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`;
}

function checkText(text: string, address: string): string {
  if (text.length > mostText) throw new Refused(placeRefusals.longText(address));
  if (control.test(text) || !text.isWellFormed()) throw new Refused(placeRefusals.badText(address));
  return text;
}

/** A number as the cell shows it where that says more than the number: 5%, 2026/9/21. */
function numberCell(cell: CellObject, address: string, is1904: boolean): Cell {
  const number = Number(cell.v);
  const date = dateOf(number, cell.z, is1904);
  const isPercent = typeof cell.z === 'string' && cell.z.includes('%');
  const shown = date === undefined && !isPercent ? String(number) : (cell.w ?? String(number));
  return { address, text: checkText(shown, address), number, ...(date ? { date } : {}), ...(isPercent ? { percent: true } : {}) };
}

function textCell(cell: CellObject, address: string): Cell {
  return { address, text: checkText(String(cell.t === 'e' ? (cell.w ?? '#') : cell.v), address) };
}

/** A filled cell; a formula is marked, with the value that the file carries for it. */
function cellOf(cell: CellObject, address: string, is1904: boolean): Cell | null {
  const isFormula = typeof cell.f === 'string';
  if (cell.v === undefined || cell.v === null) return isFormula ? { address, text: '', formula: true } : null;
  const plain = cell.t === 'n' ? numberCell(cell, address, is1904) : textCell(cell, address);
  if (isFormula) return { ...plain, formula: true };
  return plain.text.trim() === '' ? null : plain;
}

type Budget = { left: number };

/** A few bytes of a file may stand for a book in every cell: what the grid grows to is counted while it grows. */
function spend(budget: Budget, { text }: Cell): void {
  budget.left -= text.length + perCell;
  if (budget.left < 0) throw new Refused(refusals.tooMuchText);
}

function rowsOf(sheet: WorkSheet, is1904: boolean, budget: Budget): GridRow[] {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const rows: GridRow[] = [];
  let columns = 0;
  data.forEach((line, index) => {
    const cells: Cell[] = [];
    line?.forEach((each, column) => {
      const cell = each ? cellOf(each, `${letterOf(column)}${index + 1}`, is1904) : null;
      if (!cell) return;
      spend(budget, cell);
      cells.push(cell);
    });
    if (cells.length === 0) return;
    columns = Math.max(columns, cells.length);
    if (index >= mostRow) throw new Refused(refusals.farRow);
    if (columns > mostColumns) throw new Refused(refusals.tooManyColumns);
    rows.push({ row: index + 1, cells });
  });
  return rows;
}

/** Merged ranges stay two corners; one that covers half the sheet is no heading of anybody's. */
function mergesOf(sheet: WorkSheet): Merge[] {
  const ranges = sheet['!merges'] ?? [];
  if (ranges.length > mostMerges) throw new Refused(placeRefusals.merges);
  let merged = 0;
  return ranges.map(({ s, e }) => {
    const area = (e.r - s.r + 1) * (e.c - s.c + 1);
    merged += area;
    if (area > mostMerged || merged > mostMerged * 5) throw new Refused(placeRefusals.merge(utils.encode_range({ s, e })));
    return { top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c };
  });
}

function sheetsOf(book: WorkBook): Sheet[] {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const budget = { left: mostCharacters };
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (!sheet || isHidden) return [];
    return [{ name: checkText(name, name).trim(), rows: rowsOf(sheet, is1904, budget), merges: mergesOf(sheet) }];
  });
}

const isPassword = (error: unknown) => error instanceof Error && /password|encrypt/i.test(error.message);

type Opened = { readonly grid: SheetGrid } | { readonly refusal: string };

function gridOf(open: () => WorkBook): Opened {
  try {
    const sheets = sheetsOf(open()).filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? { refusal: refusals.noSheet } : { grid: { sheets } };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.message };
    return { refusal: isPassword(error) ? refusals.encrypted : refusals.damaged };
  }
}

/** Opens a workbook that was found harmless as an archive: its visible sheets' cells, or why it is not taken. Nothing is calculated. */
export function readWorkbook(bytes: Buffer): Opened {
  const options = { dense: true, cellFormula: true, cellHTML: false, cellNF: true, cellText: true, bookVBA: false } as const;
  return gridOf(() => read(bytes, { type: 'buffer', ...options }));
}

/** The text of a file in UTF-8, or in the encoding that spreadsheets here write; null where it is neither. */
function decode(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** Reads texts separated by commas; every cell stays the text that was written, numbers and dates as well. */
export function readCommaText(bytes: Buffer): Opened {
  const text = decode(bytes);
  return text === null ? { refusal: refusals.damaged } : gridOf(() => read(text, { type: 'string', raw: true, dense: true }));
}
