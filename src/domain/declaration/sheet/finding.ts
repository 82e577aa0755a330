/** What can be wrong with a cell, so that the page can group and the tests can name it. */
export type FindingCode =
  | 'missing_matter'
  | 'unknown_matter'
  | 'foreign_matter'
  | 'missing_quantity'
  | 'bad_quantity'
  | 'ratio_over_100'
  | 'missing_period'
  | 'bad_period'
  | 'other_year'
  | 'bad_method'
  | 'bad_source'
  | 'other_agency'
  | 'duplicate_row'
  | 'formula'
  | 'quiet_day_overlap'
  | 'count_differs'
  | 'assumed_method'
  | 'assumed_source'
  | 'unknown_agency'
  | 'other_table';

/** An error or a warning, at its cell, with what could stand there instead. */
export type Finding = {
  readonly row: number;
  /** Letters of the column. */
  readonly column: string;
  /** The column's heading as the sheet writes it. */
  readonly header: string;
  readonly code: FindingCode;
  readonly value: string;
  readonly message: string;
  /** Texts that would be read without this error. */
  readonly proposals: readonly string[];
};

/** A reading of one cell: its value, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: FindingCode; readonly message: string; readonly proposals: readonly string[] };

export function found<Value>(value: Value): Read<Value> {
  return { ok: true, value };
}

export function wrong(code: FindingCode, message: string, proposals: readonly string[] = []): Read<never> {
  return { ok: false, code, message, proposals };
}
