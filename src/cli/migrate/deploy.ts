import pg from 'pg';
import { openEngine } from './engine.ts';
import { readMigrationList } from './migration-list.ts';
import { readSchema } from './schema-files.ts';
import { readStatus } from './status.ts';

// Any number that nobody else uses: two starting servers must not migrate one database at once.
const lockKey = 20_261_122;

async function withLock<T>(connectionString: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    return await work();
  } finally {
    await client.end();
  }
}

async function applyPending(connectionString: string): Promise<string[]> {
  const { failed, pending } = await readStatus(connectionString);
  if (pending.length === 0) return [];
  const { engine, close } = await openEngine(connectionString, readSchema());
  try {
    // Each script is one transaction, so a failed one left nothing behind and may be tried again.
    for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrationList(), filters });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/**
 * Applies every migration the database has not seen, in order, recording them in `_prisma_migrations`.
 * Takes the owner's connection string; gives the names just applied. The engine is loaded only when something is pending.
 */
export async function deploy(connectionString: string): Promise<string[]> {
  if ((await readStatus(connectionString)).pending.length === 0) return [];
  return withLock(connectionString, () => applyPending(connectionString));
}
