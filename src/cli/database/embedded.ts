import { join } from 'node:path';
import pg from 'pg';
import { keepSecrets } from '../secrets.ts';
import { clusterFolder, prepareCluster } from './cluster.ts';
import { choosePlace } from './place.ts';
import { localUrl, prepareRoles, type RolePasswords, roleNames } from './roles.ts';
import { findFreePort, type Server, startServer } from './server.ts';
import { clearRemains, keeperName } from './stale.ts';

/** An embedded PostgreSQL, prepared and running. `superuserUrl` opens its maintenance database. */
export type EmbeddedDatabase = {
  superuserUrl: string;
  ownerUrl: string;
  webUrl: string;
  passwords: RolePasswords;
  port: number;
  /** Everything that belongs to it, wherever it had to be put. */
  folder: string;
  stop: () => Promise<void>;
};

/** Where an embedded database keeps its data, how it is tuned, and who is told what happens. */
export type EmbeddedOptions = { dataFolder: string; settings?: Record<string, string>; say?: (line: string) => void };

// Stays connected for as long as we run; lost connections show in `exited`, not here.
async function connectKeeper(superuserUrl: string): Promise<pg.Client> {
  const keeper = new pg.Client({ connectionString: superuserUrl, application_name: keeperName });
  keeper.on('error', () => undefined);
  await keeper.connect();
  return keeper;
}

/** Starts the embedded PostgreSQL of a data folder, making it on the first run; started again at once if it dies under us. */
export async function startEmbedded({ dataFolder, settings = {}, say = console.log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = choosePlace(dataFolder, say);
  const passwords = keepSecrets(join(place.folder, 'passwords.json'), roleNames);
  prepareCluster(place, passwords.postgres);
  await clearRemains(clusterFolder(place), passwords.postgres);
  const port = await findFreePort();
  const url = (role: keyof RolePasswords, database?: string): string => localUrl(port, role, { passwords, ...(database && { database }) });
  const superuserUrl = url('postgres', 'postgres');
  const start = (): Promise<Server> => startServer(place, { port, password: passwords.postgres, settings });

  let stopping = false;
  let server = await start();
  let keeper = await connectKeeper(superuserUrl);
  const watch = async (): Promise<void> => {
    await server.exited;
    if (stopping) return;
    say('数据库意外停止，正在重新启动。');
    await clearRemains(clusterFolder(place), passwords.postgres);
    server = await start();
    keeper = await connectKeeper(superuserUrl);
    return watch();
  };
  watch().catch((error: unknown) => say(String(error)));
  await prepareRoles(superuserUrl, passwords);
  const stop = async (): Promise<void> => {
    stopping = true;
    await keeper.end().catch(() => undefined);
    await server.stop();
  };
  return { superuserUrl, ownerUrl: url('ningqi_owner'), webUrl: url('ningqi_web'), passwords, port, folder: place.folder, stop };
}
