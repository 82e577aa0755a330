import { plainDayOf } from '#domain/calendar/iso.ts';
import { sayInstant, sayInterval } from '#domain/calendar/wording.ts';
import { printable } from '#platform/pdf.ts';

/** A piece of a pdfmake document. */
export type Piece = object;

const line = '#8f8a7e';
const grey = '#4a4a4a';
// No day lies in this year, so that every day is written with its own.
const anotherYear = '1900-01-01';

/** On paper a day always carries its year. */
export const sayMoment = (instant: Date): string => sayInstant(instant, anotherYear);
export const sayVisit = (visit: { start: Date; end: Date }): string => sayInterval(visit, anotherYear);
export const dayText = (day: Date | null): string => (day ? plainDayOf(day) : '无');

export const words = (text: string, more: object = {}): Piece => ({ text: printable(text), ...more });
export const small = (text: string, more: object = {}): Piece => words(text, { fontSize: 7.5, color: grey, ...more });

const underline = { hLineWidth: (row: number) => (row === 0 ? 0 : 1), vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0 };

/** A heading with what stands at its right end, and what is below it. */
export function section(title: string, end: string, ...content: Piece[]): Piece[] {
  const head = [words(title, { bold: true, fontSize: 10.5 }), words(end, { alignment: 'right', color: grey, fontSize: 8 })];
  return [{ table: { widths: ['*', 'auto'], body: [head] }, layout: underline, margin: [0, 9, 0, 2], headlineLevel: 1 }, ...content];
}

const layout = {
  hLineColor: line,
  vLineWidth: () => 0,
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
  paddingLeft: () => 0,
  paddingRight: () => 8,
};

/** A table of hairlines whose head stands on every page. */
export function table(
  heads: readonly string[],
  widths: readonly (string | number)[],
  rows: readonly (readonly (string | Piece)[])[],
): Piece {
  const cell = (each: string | Piece) => (typeof each === 'string' ? words(each) : each);
  const body = [heads.map((head) => small(head)), ...rows.map((row) => row.map(cell))];
  return { table: { headerRows: 1, dontBreakRows: true, widths: [...widths], body }, layout };
}

/** Terms with their values. */
export function facts(items: readonly (readonly [term: string, value: string])[]): Piece {
  const body = items.map(([term, value]) => [words(term, { color: grey }), words(value)]);
  return { table: { widths: [52, '*'], body }, layout };
}

/** Places to sign at, side by side. */
export function signatures(...names: string[]): Piece {
  const place = (name: string) => ({
    stack: [small(name), { canvas: [{ type: 'line', x1: 0, y1: 34, x2: 150, y2: 34, lineWidth: 0.7 }] }],
  });
  return { columns: names.map(place), columnGap: 18, margin: [0, 14, 0, 0], unbreakable: true };
}

/** The code of the visit, to be scanned or typed. */
export function codeBlock({ url, grouped, note }: { url: string; grouped: string; note: string }): Piece {
  return {
    width: 108,
    stack: [
      { qr: url, fit: 104, eccLevel: 'M', alignment: 'center' },
      words(grouped, { fontSize: 8, alignment: 'center', margin: [0, 4, 0, 2] }),
      small(note),
    ],
  };
}

/** What every page says: which record, its checksum, which page of how many. */
function footerOf(name: string, hash: string | null) {
  return (page: number, pages: number): Piece => ({
    columns: [
      { text: printable(`${name}　${hash ? `记录校验值 ${hash.slice(0, 32)}` : ''}`), width: '*' },
      { text: `第 ${page} 页 共 ${pages} 页`, width: 'auto' },
    ],
    ...{ margin: [42, 14, 42, 0], fontSize: 8, color: grey },
  });
}

/** A sheet with its title in the middle, which is only a pattern: no authority prescribed it. */
export function sheetOf(
  title: string,
  more: { district: string; filingNo: string; hash: string | null; content: readonly Piece[] },
): object {
  const { district, filingNo, hash, content } = more;
  return {
    info: { title: `${title} ${filingNo}`, ...(hash ? { subject: hash } : {}) },
    pageMargins: [42, 42, 42, 48],
    footer: footerOf(`宁企通　${title}　${filingNo}`, hash),
    content: [
      small(`${district}　参考样式`, { alignment: 'center' }),
      words(title, { fontSize: 17, bold: true, alignment: 'center', margin: [0, 2, 0, 2] }),
      words(filingNo, { bold: true, alignment: 'center', margin: [0, 0, 0, 4] }),
      ...content,
    ],
    pageBreakBefore: (node: { headlineLevel?: number }, following: readonly object[]) => node.headlineLevel === 1 && following.length === 0,
  };
}
