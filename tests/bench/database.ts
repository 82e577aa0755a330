import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '#cli/database/embedded.ts';
import { deploy } from '#cli/migrate/deploy.ts';
import { projectRoot } from '#cli/paths.ts';
import { fingerprint } from '#cli/start/stamp.ts';
import { loadAccounts } from '#seed/load-accounts.ts';
import { seedReference } from '#seed/seed.ts';
import { withDatabase } from '#support/test-connection.ts';

/** The database that everything is measured on, tuned as the product's own. */
export type BenchDatabase = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly webUrl: string;
  readonly stop: () => Promise<void>;
};

const base = 'ningqi_bench_base';
const measured = 'ningqi_bench';
const script = (name: string): string => readFileSync(join(import.meta.dirname, 'sql', name), 'utf8');

/** Runs work on one connection. */
export async function connected<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function load(ownerUrl: string): Promise<void> {
  await deploy(ownerUrl);
  await seedReference(ownerUrl);
  await connected(ownerUrl, async (client) => {
    await client.query('BEGIN');
    await loadAccounts(client);
    await client.query(script('load.sql'));
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  });
}

// Loading takes a minute, so the loaded database is kept until the schema, the data or the day changes.
async function ensureBase({ superuserUrl, ownerUrl }: EmbeddedDatabase, say: (line: string) => void): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const print = `${today} ${fingerprint(['prisma/migrations', 'prisma/seed', 'tests/bench/sql/load.sql'])}`;
  await connected(superuserUrl, async (client) => {
    const { rows } = await client.query(`SELECT shobj_description(oid, 'pg_database') AS print FROM pg_database WHERE datname = '${base}'`);
    if (rows[0]?.print === print) return;
    say('loading 20,000 enterprises, 200,000 filings, 50,000 plan entries');
    await client.query(`DROP DATABASE IF EXISTS ${base} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${base} OWNER ningqi_owner`);
    await load(withDatabase(ownerUrl, base));
    await client.query(`COMMENT ON DATABASE ${base} IS '${print}'`);
  });
}

async function cloneBase({ superuserUrl, ownerUrl }: EmbeddedDatabase): Promise<void> {
  await connected(superuserUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${measured} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${measured} TEMPLATE ${base} OWNER ningqi_owner STRATEGY file_copy`);
  });
  await connected(withDatabase(ownerUrl, measured), (client) => client.query(script('decide.sql')));
}

/** Starts an embedded PostgreSQL below `.tmp` and gives it a fresh copy of the loaded data with the floor's functions. */
export async function openDatabase(say: (line: string) => void): Promise<BenchDatabase> {
  const database = await startEmbedded({ dataFolder: join(projectRoot, '.tmp/bench'), say });
  try {
    await ensureBase(database, say);
    await cloneBase(database);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const [adminUrl = '', ownerUrl = '', webUrl = ''] = [database.superuserUrl, database.ownerUrl, database.webUrl].map((url) =>
    withDatabase(url, measured),
  );
  return { adminUrl, ownerUrl, webUrl, stop: database.stop };
}
