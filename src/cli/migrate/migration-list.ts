import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { projectRoot } from '../paths.ts';

/** The folder of migrations, one folder each, applied in the order of their names. */
export const migrationsFolder = join(projectRoot, 'prisma/migrations');

const lockfile = 'migration_lock.toml';

/** Names of the migrations on disk, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  const entries = readdirSync(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The SQL of one migration. */
export function readMigration(name: string): string {
  return readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8');
}

/** Everything on disk in the shape that the engine asks for. */
export function readMigrationList(): MigrationList {
  const lockPath = join(migrationsFolder, lockfile);
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockfile, content: existsSync(lockPath) ? readFileSync(lockPath, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(path) } },
    })),
  };
}
