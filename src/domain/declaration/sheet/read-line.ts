import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { methodWords } from '#domain/inspection/words.ts';
import type { DeclaredLine, TaskSource } from '../line.ts';
import type { Period } from '../period.ts';
import { poolOf } from '../pool.ts';
import { type Quantity, sayQuantity } from '../quantity.ts';
import type { CatalogueMatter, SheetContext } from './context.ts';
import { type Finding, type FindingCode, found, type Read, wrong } from './finding.ts';
import type { Cell, GridRow } from './grid.ts';
import type { QuietSayer } from './quiet-period.ts';
import { type AgencyFinder, readPartners } from './read-partners.ts';
import { quarterNames, readPeriod } from './read-period.ts';
import { readQuantity } from './read-quantity.ts';
import { type Category, readCategory, readMethod, readSource } from './read-words.ts';
import type { Field, Table } from './table.ts';
import { nearest, squeeze, tidy } from './text.ts';

/** A line as far as it could be read; `line` is whole once nothing in its row is wrong. */
export type ReadLine = {
  readonly row: number;
  /** Its place among the sheet's lines, from 1; numbers written in the sheet are not trusted. */
  readonly seq: number;
  readonly matterName: string;
  readonly matter: CatalogueMatter | null;
  readonly poolLabel: string;
  readonly quantity: Quantity | null;
  readonly period: Period | null;
  readonly form: InspectionForm | null;
  readonly source: TaskSource | null;
  readonly category: Category | null;
  readonly partners: readonly string[];
  readonly line: DeclaredLine | null;
};

export type LineReading = { readonly read: ReadLine; readonly errors: readonly Finding[]; readonly warnings: readonly Finding[] };

/** What is the same for all lines of one sheet. */
export type LineReader = {
  readonly context: SheetContext;
  readonly table: Table;
  readonly findMatter: (name: string) => Read<CatalogueMatter>;
  readonly findAgency: AgencyFinder;
  readonly sayQuiet: QuietSayer;
};

const empty = { address: '', text: '' };
/** What a finding quotes of a cell. */
const mostQuoted = 200;

type RowNotes = {
  readonly errors: Finding[];
  readonly warnings: Finding[];
  readonly cellOf: (field: Field) => Cell;
  readonly note: (list: Finding[], field: Field, what: { code: FindingCode; message: string; proposals?: readonly string[] }) => void;
};

function notesOn({ table }: LineReader, row: number, cells: ReadonlyMap<string, Cell>): RowNotes {
  const [errors, warnings]: [Finding[], Finding[]] = [[], []];
  const letters = (field: Field) => table.columns[field] ?? table.columns.matter ?? 'A';
  const headingOf = new Map(Object.entries(table.headings).map(([heading, column]) => [column, heading]));
  const cellOf = (field: Field) => cells.get(table.columns[field] ?? '') ?? empty;
  const note: RowNotes['note'] = (list, field, { code, message, proposals = [] }) => {
    const column = letters(field);
    list.push({
      row,
      column,
      header: headingOf.get(column) ?? '',
      code,
      value: tidy(cellOf(field).text).slice(0, mostQuoted),
      message,
      proposals,
    });
  };
  return { errors, warnings, cellOf, note };
}

/** The value of a field, or its error noted; a formula is never trusted, whatever value the file carries for it. */
function take<Value>(notes: RowNotes, field: Field, read: (cell: Cell) => Read<Value>): Value | null {
  const cell = notes.cellOf(field);
  const kept = tidy(cell.text);
  const result = cell.formula ? wrong('formula', '单元格是公式，请改成数值或文字', kept ? [kept] : []) : read(cell);
  if (result.ok) return result.value;
  notes.note(notes.errors, field, result);
  return null;
}

const isEmpty = ({ text }: Cell) => squeeze(text) === '';

function readMatter(cell: Cell, { findMatter }: LineReader): Read<CatalogueMatter> {
  return isEmpty(cell) ? wrong('missing_matter', '没有写检查事项') : findMatter(cell.text);
}

/** The count written beside the time, where the quantity's own cell is empty: 3月检查4家. */
function countOf(period: Period | null): number | null {
  if (!period || period.kind === 'range' || period.count === undefined) return null;
  return period.kind === 'monthly' ? period.count * 12 : period.count;
}

function readAmount(cell: Cell, period: Period | null): Read<Quantity> {
  if (!isEmpty(cell)) return readQuantity(cell);
  const count = countOf(period);
  return count ? found({ kind: 'count', count }) : wrong('missing_quantity', '没有写检查数量或比例', ['全覆盖', '5%', '10%']);
}

function readTime(cell: Cell, year: number): Read<Period> {
  return isEmpty(cell) ? wrong('missing_period', '没有写检查时间', [...quarterNames, '全年']) : readPeriod(cell, year);
}

function takeForm(notes: RowNotes, matter: CatalogueMatter): InspectionForm | null {
  if (!isEmpty(notes.cellOf('form'))) return take(notes, 'form', ({ text }) => readMethod(text));
  notes.note(notes.warnings, 'form', { code: 'assumed_method', message: `没有写检查方式，按事项清单读作${methodWords[matter.form]}` });
  return matter.form;
}

function takeSource(notes: RowNotes): TaskSource | null {
  if (!isEmpty(notes.cellOf('source'))) return take(notes, 'source', ({ text }) => readSource(text));
  notes.note(notes.warnings, 'source', { code: 'assumed_source', message: '没有写任务来源，读作自主开展' });
  return 'local';
}

function warn(
  notes: RowNotes,
  { matter, quantity, period }: Pick<ReadLine, 'matter' | 'quantity' | 'period'>,
  { sayQuiet }: LineReader,
): void {
  const beside = countOf(period);
  const own = quantity && 'count' in quantity ? quantity.count : undefined;
  if (quantity && beside !== null && own !== undefined && own !== beside && period?.kind !== 'monthly') {
    const message = `检查时间里写 ${beside} 家，检查数量写 ${sayQuantity(quantity)}，按检查数量读`;
    notes.note(notes.warnings, 'period', { code: 'count_differs', message });
  }
  const overlap = period && matter && !matter.specialField ? sayQuiet(period) : null;
  if (overlap) notes.note(notes.warnings, 'period', { code: 'quiet_day_overlap', message: overlap });
}

function wordsOf(notes: RowNotes, { findAgency }: LineReader) {
  const text = (field: Field) => tidy(notes.cellOf(field).text);
  const partners = readPartners(notes.cellOf('partners').text, findAgency);
  return { basis: text('basis'), poolLabel: text('pool'), remark: text('remark'), category: readCategory(text('category')), partners };
}

const guarded: readonly Field[] = ['basis', 'pool', 'partners', 'remark', 'category'];

/** Every field of a row as far as it can be read; the errors are noted on the way. */
function takeFields(reader: LineReader, notes: RowNotes) {
  const matter = take(notes, 'matter', (cell) => readMatter(cell, reader));
  const period = take(notes, 'period', (cell) => readTime(cell, reader.context.year));
  const quantity = take(notes, 'quantity', (cell) => readAmount(cell, period));
  // Without a matter nothing says how it may be checked: its own error comes first.
  const form = matter ? takeForm(notes, matter) : null;
  const source = takeSource(notes);
  for (const field of guarded) if (notes.cellOf(field).formula) take(notes, field, () => found(null));
  return { matter, period, quantity, form, source, ...wordsOf(notes, reader) };
}

type Fields = ReturnType<typeof takeFields>;

/** The line, where nothing in its row is wrong. */
function wholeLine({ matter, period, quantity, form, source, ...words }: Fields, { errors }: RowNotes, own: string): DeclaredLine | null {
  if (!(matter && quantity && period && form && source) || errors.length > 0) return null;
  const { basis, poolLabel, remark, partners } = words;
  const pool = poolOf(poolLabel, matter.industries);
  const codes = partners.codes.filter((code) => code !== own);
  const partnersText = partners.written.join('、');
  return { matter: matter.code, basis, poolLabel, pool, quantity, period, form, source, partners: codes, partnersText, remark };
}

/** Reads one row into a line, with every error and warning at its cell. */
export function readLine(
  reader: LineReader,
  { row }: GridRow,
  { seq, cells }: { seq: number; cells: ReadonlyMap<string, Cell> },
): LineReading {
  const notes = notesOn(reader, row, cells);
  const fields = takeFields(reader, notes);
  warn(notes, fields, reader);
  const { matter, poolLabel, quantity, period, form, source, category, partners } = fields;
  const line = wholeLine(fields, notes, reader.context.agency.code);
  const matterName = tidy(notes.cellOf('matter').text);
  const read = { row, seq, matterName, matter, poolLabel, quantity, period, form, source, category, partners: partners.written, line };
  return { read, errors: notes.errors, warnings: notes.warnings };
}

/** Finds a matter of the agency's own line of work by name; another line's matter and an unknown one are told apart. */
export function matterFinder({ matters, agency }: SheetContext): (name: string) => Read<CatalogueMatter> {
  const own = matters.filter(({ agencyKind }) => agencyKind === agency.kind);
  const names = own.map(({ name }) => name);
  const byName = new Map(own.map((matter) => [squeeze(matter.name), matter]));
  const foreign = new Set(matters.filter(({ agencyKind }) => agencyKind !== agency.kind).map(({ name }) => squeeze(name)));
  const missed = new Map<string, Read<never>>();
  return (written) => {
    const name = squeeze(written);
    const matter = byName.get(name);
    if (matter) return found(matter);
    const known =
      missed.get(name) ??
      (foreign.has(name)
        ? wrong('foreign_matter', '这是其他单位的事项，本单位不能申报', nearest(written, names))
        : wrong('unknown_matter', '事项清单中没有该事项', nearest(written, names)));
    if (missed.size < 5_000) missed.set(name, known);
    return known;
  };
}
