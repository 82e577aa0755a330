import 'server-only';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { db, Prisma } from './db.ts';

/** The migrations that this build was made with. */
async function expectedMigrations(): Promise<string[]> {
  const entries = await readdir(join(process.cwd(), 'prisma/migrations'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Whether the database answers, has every migration applied, and keeps us from changing its audit records. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await db().$queryRaw<{ name: string }[]>(Prisma.sql`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
        AND NOT has_table_privilege(current_user, 'audit_record', 'UPDATE')`);
    const applied = new Set(rows.map(({ name }) => name));
    return (await expectedMigrations()).every((name) => applied.has(name));
  } catch {
    return false;
  }
}
