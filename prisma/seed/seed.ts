import pg from 'pg';
import type { Day } from '#domain/calendar/day.ts';
import type { Connection } from './builders/rows.ts';
import { loadAccounts } from './load-accounts.ts';
import { loadReference } from './reference/load-reference.ts';
import { readStories } from './story/story.ts';
import { tellStory } from './story/tell-story.ts';

// Any number that nobody else uses: two starting servers must not load one database at once.
const lockKey = 20_261_123;

async function inTransaction(connectionString: string, work: (db: Connection) => Promise<void>): Promise<void> {
  const db = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await db.connect();
  try {
    await db.query('BEGIN');
    await db.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await work(db);
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

async function isEmpty(db: Connection): Promise<boolean> {
  const { rows } = await db.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM user_account) AS empty');
  return rows[0]?.empty === true;
}

async function readToday(db: Connection): Promise<Day> {
  const { rows } = await db.query<{ today: Day }>("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today");
  return rows[0]?.today ?? '';
}

/** Loads districts, policies and registers as the database's owner. May be repeated: rows that exist stay as they are. */
export async function seedReference(connectionString: string): Promise<void> {
  await inTransaction(connectionString, loadReference);
}

/** Accounts and both districts' stories as of a local day, on top of the registers. */
export async function tellDemo(db: Connection, today: Day): Promise<void> {
  await loadAccounts(db);
  for (const story of readStories(today)) await tellStory(db, story);
}

/** Registers, accounts and stories relative to the database's day in Asia/Shanghai; only where no user exists yet. */
export async function seedDemo(connectionString: string): Promise<void> {
  await inTransaction(connectionString, async (db) => {
    await loadReference(db);
    if (await isEmpty(db)) await tellDemo(db, await readToday(db));
  });
}
