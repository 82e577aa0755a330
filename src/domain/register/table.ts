import type { Cell, GridRow, SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { normaliseText, textKey } from '#domain/enterprise/normal-text.ts';

/** A column that a register knows: its heading in the template, and other words under which it is found. */
export type FieldSpec<Field extends string> = {
  readonly field: Field;
  readonly heading: string;
  readonly words: readonly string[];
  /** What the template says about it, and an example. */
  readonly hint: string;
};

/** A row of the sheet, from 1, with the texts of the columns that were found. */
export type CellRow<Field extends string> = { readonly row: number; readonly cells: Readonly<Partial<Record<Field, string>>> };

/** The sheet that holds the register: its name, the row of its heading, its rows, and headings that mean nothing here. */
export type RegisterTable<Field extends string> = {
  readonly sheet: string;
  readonly headingRow: number;
  readonly rows: readonly CellRow<Field>[];
  readonly unread: readonly string[];
};

const headingsWithin = 20;
const columnOf = ({ address }: Cell) => address.replace(/\d+$/, '');

/** The field that a heading means: the same words, else the known words that stand nearest to its end. */
function fieldOf<Field extends string>(heading: string, specs: readonly FieldSpec<Field>[]): Field | null {
  const key = textKey(heading.replace(/[(（【[].*?[)）】\]]/g, ''));
  const all = specs.flatMap(({ field, heading: own, words }) => [own, ...words].map((word) => ({ field, word: textKey(word) })));
  const same = all.find(({ word }) => word === key);
  if (same) return same.field;
  const within = all
    .map(({ field, word }) => ({ field, length: word.length, end: key.lastIndexOf(word) + word.length, found: key.includes(word) }))
    .filter(({ found }) => found)
    .sort((one, other) => other.end - one.end || other.length - one.length);
  return within[0]?.field ?? null;
}

type Heading<Field> = { readonly columns: ReadonlyMap<string, Field>; readonly unread: readonly string[] };

function readHeading<Field extends string>({ cells }: GridRow, specs: readonly FieldSpec<Field>[]): Heading<Field> {
  const columns = new Map<string, Field>();
  const unread: string[] = [];
  const taken = new Set<Field>();
  for (const cell of cells) {
    const field = fieldOf(cell.text, specs);
    if (field === null || taken.has(field)) {
      unread.push(normaliseText(cell.text));
      continue;
    }
    taken.add(field);
    columns.set(columnOf(cell), field);
  }
  return { columns, unread };
}

function cellsOf<Field extends string>({ row, cells }: GridRow, columns: ReadonlyMap<string, Field>): CellRow<Field> {
  const texts = cells.flatMap((cell) => {
    const field = columns.get(columnOf(cell));
    return field === undefined ? [] : [[field, normaliseText(cell.date ?? cell.text)] as const];
  });
  return { row, cells: Object.fromEntries(texts) as CellRow<Field>['cells'] };
}

/** The first sheet with a heading that names all `needed` columns; columns may stand in any order. Every filled row below it is a row. */
export function findTable<Field extends string>(
  { sheets }: SheetGrid,
  specs: readonly FieldSpec<Field>[],
  needed: readonly Field[],
): RegisterTable<Field> | null {
  for (const { name, rows } of sheets) {
    for (const [index, row] of rows.slice(0, headingsWithin).entries()) {
      const { columns, unread } = readHeading(row, specs);
      const found = new Set(columns.values());
      if (!needed.every((field) => found.has(field))) continue;
      const below = rows.slice(index + 1).map((each) => cellsOf(each, columns));
      return { sheet: name, headingRow: row.row, rows: below, unread };
    }
  }
  return null;
}
