import pg from 'pg';
import { loadReference } from './reference/load-reference.ts';
import type { Connection } from './builders/rows.ts';

async function inTransaction(connectionString: string, work: (db: Connection) => Promise<void>): Promise<void> {
  const db = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await db.connect();
  try {
    await db.query('BEGIN');
    await work(db);
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

/** Loads districts, policies and registers as the database's owner. May be repeated: rows that exist stay as they are. */
export async function seedReference(connectionString: string): Promise<void> {
  await inTransaction(connectionString, loadReference);
}
