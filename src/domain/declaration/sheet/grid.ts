import type { Day } from '#domain/calendar/day.ts';

/** A cell that holds something. `number`, `date` and `percent` say what the workbook itself knows of it. */
export type Cell = {
  /** As in the workbook: F7. */
  readonly address: string;
  readonly text: string;
  readonly number?: number | undefined;
  readonly date?: Day | undefined;
  readonly percent?: true | undefined;
  /** A formula; `text` is the value the file carries for it, nothing is calculated here. */
  readonly formula?: true | undefined;
};

/** A row with at least one filled cell, left to right. */
export type GridRow = { readonly row: number; readonly cells: readonly Cell[] };
/** Rows from 1, columns from 0, all inclusive. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
export type Sheet = { readonly name: string; readonly rows: readonly GridRow[]; readonly merges: readonly Merge[] };

/** What a workbook holds once it was found harmless: visible sheets, filled cells, merged ranges as pairs of corners. */
export type SheetGrid = { readonly sheets: readonly Sheet[] };

/** 0 → A, 25 → Z, 26 → AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** The letters of an address: AB12 → AB. */
export function columnOf(address: string): string {
  return address.replace(/\d+$/, '');
}
