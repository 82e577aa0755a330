import { parentOf } from './cpu.ts';
import { type BenchDatabase, connected, openDatabase } from './database.ts';
import type { Options } from './options.ts';
import { type Started, startNextFloor, startProduct } from './servers.ts';
import { loadTargets, type Target } from './targets.ts';

/** Everything that is measured, running: the database, the product, the bare Next application, and visits to file. */
export type World = {
  readonly options: Options;
  readonly database: BenchDatabase;
  readonly databasePid: number;
  readonly product: Started;
  readonly floor: Started;
  readonly nextTarget: () => Target;
  readonly stop: () => Promise<void>;
};

async function postmasterOf({ adminUrl }: BenchDatabase): Promise<number> {
  return connected(adminUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  });
}

/** Starts what the scenarios need; what was started is stopped again where something fails. */
export async function openWorld(options: Options, say: (line: string) => void): Promise<World> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  const keep = <Thing extends { stop: () => Promise<void> }>(thing: Thing): Thing => {
    stops.push(thing.stop);
    return thing;
  };
  try {
    const database = keep(await openDatabase(say));
    const databasePid = await postmasterOf(database);
    const nextTarget = await loadTargets(database);
    const product = keep(await startProduct(database));
    const floor = keep(await startNextFloor(database));
    return { options, database, databasePid, product, floor, nextTarget, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
