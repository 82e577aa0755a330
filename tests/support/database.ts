import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { execute, withDatabase } from './test-server.ts';

/** A test file's own database: `appUrl` has the rights of the running application, `ownerUrl` those of the migrations. */
export type TestDatabase = { appUrl: string; ownerUrl: string };

const { template, ...urls } = inject('server');
const name = `${template}_${randomBytes(4).toString('hex')}`;
const owner = decodeURIComponent(new URL(urls.ownerUrl).username);
await execute(urls.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER "${owner}"`);
const database: TestDatabase = { appUrl: withDatabase(urls.appUrl, name), ownerUrl: withDatabase(urls.ownerUrl, name) };

afterAll(async () => {
  await globalThis.ningqiDb?.$disconnect();
  if (globalThis.ningqiStatements && !globalThis.ningqiStatements.ended) await globalThis.ningqiStatements.end();
  await execute(urls.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
});

/** The database of this test file, a clone of the seeded template; `DATABASE_URL` already leads to it. */
export function useDatabase(): TestDatabase {
  return database;
}
