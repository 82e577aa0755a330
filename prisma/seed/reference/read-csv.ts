import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The named columns of a table in data/; a column that the file does not have is an error. */
export function readCsv<Column extends string>(name: string, columns: readonly Column[]): Record<Column, string>[] {
  const text = readFileSync(new URL(`../data/${name}.csv`, import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`data/${name}.csv has no column ${missing.join(', ')}`);
  return rows as Record<Column, string>[];
}

/** Lists inside a cell are separated by semicolons. */
export function listIn(text: string): string[] {
  return text === '' ? [] : text.split(';');
}
