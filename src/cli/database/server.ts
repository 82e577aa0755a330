import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder, complainOfCluster } from './cluster.ts';
import type { Place } from './place.ts';
import { superuserAt } from './superuser.ts';

/** A running PostgreSQL of our own; `exited` settles when it ends, for whatever reason. */
export type Server = { port: number; exited: Promise<void>; stop: () => Promise<void> };

/** What a server is started with: its port, the superuser's password, and settings such as `fsync`. */
export type ServerOptions = { port: number; password: string; settings?: Record<string, string> };

/** A free port on loopback. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

function launch(place: Place, { port, settings = {} }: ServerOptions, logFile: string): ChildProcess {
  const fixed = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
  const words = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'w', 0o600);
  // In a session of its own: Ctrl-C is meant for the web server first, the database stops after it.
  const options = { ...place.user, cwd: place.folder, detached: true, stdio: ['ignore', log, log], env: { PATH: process.env.PATH } };
  const child = spawn(join(place.binaries, 'bin/postgres'), ['-D', clusterFolder(place), ...words], options as object);
  closeSync(log);
  return child;
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = superuserAt(port, password, 5000);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Refused, or still starting up (57P03): ask again. Anything else will not mend itself.
    const code = (error as { code?: string }).code;
    if (code === 'ECONNREFUSED' || code === '57P03') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts PostgreSQL on a prepared data directory and waits until it answers. */
export async function startServer(place: Place, options: ServerOptions): Promise<Server> {
  const logFile = join(place.folder, 'postgres.log');
  const child = launch(place, options, logFile);
  let running = true;
  const exited = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve());
  }).then(() => {
    running = false;
  });
  const stop = async (): Promise<void> => {
    if (running) child.kill('SIGINT');
    await exited;
  };
  try {
    while (running && !(await answers(options.port, options.password))) await sleep(25);
  } catch (error) {
    await stop();
    throw complainOfCluster(place, `ERROR ${String(error)}`);
  }
  if (!running) throw complainOfCluster(place, readFileSync(logFile, 'utf8'));
  return { port: options.port, exited, stop };
}
