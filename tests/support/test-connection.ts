// Every file of integration tests loads this: it must not draw in the embedded server, the migrations or the demo.
import pg from 'pg';

/** Where a test run finds its server: connection strings whose path is replaced by a clone's name. */
export type TestServer = { adminUrl: string; ownerUrl: string; appUrl: string; template: string };

/** The same address for another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one statement on a connection of its own. */
export async function execute(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
