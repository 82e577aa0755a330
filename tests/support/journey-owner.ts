import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterFolder } from '#cli/database/cluster.ts';
import { choosePlace } from '#cli/database/place.ts';
import { localUrl, roleNames } from '#cli/database/roles.ts';
import { keepSecrets } from '#cli/secrets.ts';

function ownerUrl(): string {
  const place = choosePlace(process.env.JOURNEY_DATA ?? '', () => undefined);
  const port = Number(readFileSync(join(clusterFolder(place), 'postmaster.pid'), 'utf8').split('\n')[3]);
  return localUrl(port, 'ningqi_owner', { passwords: keepSecrets(join(place.folder, 'passwords.json'), roleNames) });
}

/** Runs a statement as the owner of the database that the browser journeys are on: what no button may do, such as letting a day pass. */
export async function asJourneyOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
