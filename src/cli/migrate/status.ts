import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrationNames, readMigration } from './migration-list.ts';

/** How a database stands to the migrations on disk: names, oldest first. */
export type MigrationStatus = { applied: string[]; pending: string[]; failed: string[]; edited: string[]; unknown: string[] };

type Row = { migration_name: string; checksum: string; finished: boolean };

const history = `
  SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`;

async function readHistory(connectionString: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`);
    return rows[0].present ? (await client.query<Row>(history)).rows : [];
  } finally {
    await client.end();
  }
}

function checksum(name: string): string {
  return createHash('sha256').update(readMigration(name)).digest('hex');
}

/** Compares a database's record of migrations with those on disk. Changes nothing. */
export async function readStatus(connectionString: string): Promise<MigrationStatus> {
  const rows = await readHistory(connectionString);
  const names = migrationNames();
  const applied = rows.filter((row) => row.finished).map((row) => row.migration_name);
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    failed: rows.filter((row) => !row.finished).map((row) => row.migration_name),
    edited: rows
      .filter((row) => row.finished && names.includes(row.migration_name) && checksum(row.migration_name) !== row.checksum)
      .map((row) => row.migration_name),
    unknown: applied.filter((name) => !names.includes(name)),
  };
}
