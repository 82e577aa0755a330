import type { ClientBase } from 'pg';

/** Any connection: a client or a client taken from a pool. */
export type Connection = Pick<ClientBase, 'query'>;
export type Row = Readonly<Record<string, unknown>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toColumns(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
}

/** A table, and the rest of an ON CONFLICT clause where rows may be there already, for example 'DO NOTHING'. */
export type Into = { readonly table: string; readonly onConflict: string };

/** Inserts rows of one shape into a table in one statement; PostgreSQL turns the JSON into the column types. */
export async function insertRows(db: Connection, into: string | Into, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { table, onConflict } = typeof into === 'string' ? { table: into, onConflict: null } : into;
  const columns = Object.keys(toColumns(first))
    .map((name) => `"${name}"`)
    .join(', ');
  const conflict = onConflict === null ? '' : `ON CONFLICT ${onConflict}`;
  await db.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${table}", $1::json) ${conflict}`,
    [JSON.stringify(rows.map(toColumns))],
  );
}
