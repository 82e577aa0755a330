import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#cli/database/embedded.ts';
import { deploy } from '#cli/migrate/deploy.ts';
import { projectRoot } from '#cli/paths.ts';
import { seedDemo } from '#seed/seed.ts';
import { execute, type TestServer, withDatabase } from './test-connection.ts';

type Started = { urls: Omit<TestServer, 'template'>; stop: () => Promise<void> };

// Nothing in it has to survive, so nothing waits for the disk or is logged for another server; no clone lives long enough to be vacuumed.
const carefree = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
  max_connections: '200',
};

async function startOwn(): Promise<Started> {
  const dataFolder = join(projectRoot, '.tmp', `test-database-${process.pid}`);
  const database = await startEmbedded({ dataFolder, settings: carefree, say: () => undefined });
  const stop = async (): Promise<void> => {
    await database.stop();
    for (const folder of [database.folder, dataFolder]) await rm(folder, { recursive: true, force: true });
  };
  return { urls: { adminUrl: database.superuserUrl, ownerUrl: database.ownerUrl, appUrl: database.webUrl }, stop };
}

// On a server of somebody else's (TEST_DATABASE_URL, a superuser's) the application's rights come from the role alone.
function borrow(url: string): Started {
  const appUrl = new URL(url);
  appUrl.searchParams.set('options', '-c role=ningqi_app');
  return { urls: { adminUrl: url, ownerUrl: url, appUrl: appUrl.href }, stop: () => Promise.resolve() };
}

/** Starts (or borrows) a server, and makes a migrated and seeded database on it for tests to clone. */
export async function prepareTestServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const external = process.env.TEST_DATABASE_URL;
  const { urls, stop } = external ? borrow(external) : await startOwn();
  const template = `ningqi_test_${randomBytes(4).toString('hex')}`;
  const owner = new URL(urls.ownerUrl).username;
  try {
    await execute(urls.adminUrl, `CREATE DATABASE ${template} OWNER ${pg.escapeIdentifier(decodeURIComponent(owner))}`);
    const templateUrl = withDatabase(urls.ownerUrl, template);
    await deploy(templateUrl);
    await seedDemo(templateUrl);
    // Every clone plans its queries with these figures.
    await execute(withDatabase(urls.adminUrl, template), 'ANALYZE');
  } catch (error) {
    await stop();
    throw error;
  }
  const cleanUp = async (): Promise<void> => {
    await execute(urls.adminUrl, `DROP DATABASE ${template} WITH (FORCE)`);
    await stop();
  };
  return { server: { ...urls, template }, stop: cleanUp };
}
