import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

/** Columns of `declaration_line` by the names that the models give them, with their types in the database. */
const columns = {
  ...{ id: ['id', 'uuid'], declarationId: ['declaration_id', 'uuid'], districtCode: ['district_code', 'text'] },
  ...{ agencyCode: ['agency_code', 'text'], year: ['year', 'int'], ordinal: ['ordinal', 'int'], matterId: ['matter_id', 'uuid'] },
  ...{ basis: ['basis', 'text'], poolLabel: ['pool_label', 'text'], pool: ['pool', 'jsonb'], poolSize: ['pool_size', 'int'] },
  ...{ quantity: ['quantity', 'jsonb'], period: ['period', 'jsonb'], declaredCount: ['declared_count', 'int'] },
  ...{ declaredMonths: ['declared_months', 'int[]'], declaredForm: ['declared_form', 'inspection_form'], fromDay: ['from_day', 'date'] },
  ...{
    toDay: ['to_day', 'date'],
    source: ['source', 'task_source'],
    partners: ['partners', 'text[]'],
    partnersText: ['partners_text', 'text'],
  },
  ...{ remark: ['remark', 'text'], fingerprint: ['fingerprint', 'text'], sheetId: ['sheet_id', 'uuid'], sheetRow: ['sheet_row', 'int'] },
  ...{ outcome: ['outcome', 'line_outcome'], count: ['count', 'int'], months: ['months', 'int[]'], form: ['form', 'inspection_form'] },
} satisfies Record<string, readonly [string, string]>;

/** A row for each column, as the models would take it. */
export type LineToInsert = { readonly [Name in keyof typeof columns]: unknown };

const listed = (write: (name: string, column: string, type: string) => string) =>
  Prisma.raw(
    Object.entries(columns)
      .map(([name, [column = '', type = '']]) => write(name, column, type))
      .join(', '),
  );

/**
 * Adds lines in one statement: the models take ten seconds for five thousand of them and fail at twenty thousand. One that the
 * declaration holds already is passed over; gives how many were added.
 */
export function insertLines(tx: Statements, rows: readonly LineToInsert[]): Promise<number> {
  return tx.$executeRaw(Prisma.sql`INSERT INTO declaration_line (${listed((_name, column) => column)})
    SELECT ${listed((name) => `"${name}"`)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) given (${listed((name, _column, type) => `"${name}" ${type}`)})
    ON CONFLICT (declaration_id, fingerprint) DO NOTHING`);
}
