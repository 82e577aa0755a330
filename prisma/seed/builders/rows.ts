import type { ClientBase } from 'pg';

/** Any connection: a client or a client taken from a pool. */
export type Connection = Pick<ClientBase, 'query'>;
export type Row = Readonly<Record<string, unknown>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toColumns(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
}

/**
 * Inserts rows of one shape into a table in one statement; PostgreSQL turns the JSON into the column types.
 * `onConflict` is the rest of an ON CONFLICT clause, for example 'DO NOTHING'.
 */
export async function insertRows(db: Connection, table: string, rows: readonly Row[], onConflict?: string): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(toColumns(first))
    .map((name) => `"${name}"`)
    .join(', ');
  const conflict = onConflict === undefined ? '' : `ON CONFLICT ${onConflict}`;
  await db.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${table}", $1::json) ${conflict}`,
    [JSON.stringify(rows.map(toColumns))],
  );
}
