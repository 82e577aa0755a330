import 'server-only';
import { tallyFates } from '#domain/register/fate.ts';
import type { CellRow } from '#domain/register/table.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { Judged } from '../queries/judge-rows.ts';
import type { StoredTally } from '../schema.ts';

type TableFacts = Pick<StoredTally, 'sheet' | 'headingRow'> & { readonly unread: readonly string[] };

/** The tally of judged rows, beside where their table stood. */
export function tallyOf({ rows }: Judged, { sheet, headingRow, unread }: TableFacts): StoredTally {
  return { ...tallyFates(rows), sheet, headingRow, unread: [...unread] };
}

/** Rows as JSON, for one statement however many they are. */
function jsonOf({ rows }: Judged, cells: readonly CellRow<string>[]): string {
  const texts = new Map(cells.map((each) => [each.row, each.cells]));
  return JSON.stringify(
    rows.map(({ row, fate, key, name, say, fault }) => ({
      ...{ row, fate, key: key.slice(0, 200), name: name.slice(0, 200), say },
      record: { cells: texts.get(row) ?? {}, fault },
    })),
  );
}

const listed = (json: string) =>
  Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS read ("row" int, fate text, key text, name text, say text, record jsonb)`;

/** Stores the rows of a sheet that was just read. */
export async function insertFates(tx: Tx, id: string, read: { judged: Judged; cells: readonly CellRow<string>[] }): Promise<void> {
  await tx.$executeRaw(Prisma.sql`INSERT INTO register_import_row (import_id, "row", fate, key, name, say, record)
    SELECT ${id}::uuid, "row", fate, key, name, say, record FROM ${listed(jsonOf(read.judged, read.cells))}`);
}

/** Stores what became of rows that were judged anew; those that stay as they were are not touched. */
export async function updateFates(tx: Tx, id: string, read: { judged: Judged; cells: readonly CellRow<string>[] }): Promise<void> {
  await tx.$executeRaw(Prisma.sql`UPDATE register_import_row kept
    SET fate = read.fate, key = read.key, name = read.name, say = read.say, record = read.record
    FROM ${listed(jsonOf(read.judged, read.cells))} WHERE kept.import_id = ${id}::uuid AND kept."row" = read."row"
      AND (kept.fate, kept.key, kept.name, kept.say, kept.record) IS DISTINCT FROM (read.fate, read.key, read.name, read.say, read.record)`);
}
