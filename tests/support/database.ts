import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { execute, withDatabase } from './test-connection.ts';

// Tests stay quick like this: every file costs a fresh process and a clone of the database, about a second before its first test,
// so cases of one subject share one file and one world. Sign in with `signIn` of people.ts, which stores a session and hashes nothing;
// move the stored times instead of waiting for a clock; ask for a state with `expect.poll`, never after a fixed pause.
// What a file imports is evaluated for it alone: import the slice under test, and large packages only where they are needed.
// In the browser a case costs seconds: one journey for the buttons, rules and refusals here; new pages go into the lists of axe.spec.ts.

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
