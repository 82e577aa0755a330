import 'server-only';
import { stringify } from 'csv-stringify/sync';

/** Rows as CSV that a spreadsheet opens as it is: with BOM, texts in quotes, and no text taken for a formula. */
export function writeCsv(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([[...heads], ...rows.map((row) => [...row])], {
    bom: true,
    quoted_string: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}
