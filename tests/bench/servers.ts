import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '#cli/database/server.ts';
import { projectRoot } from '#cli/paths.ts';
import { ensureBuild, ensureClient, nextProgram } from '#cli/start/build.ts';
import { fingerprint, once as onceFor } from '#cli/start/stamp.ts';
import type { BenchDatabase } from './database.ts';

/** A server under measurement. */
export type Started = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

type Launch = {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
};

/** Signs the sessions of the product under measurement. */
export const benchSecret = 'a-secret-that-is-only-good-for-the-bench';

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8000);
  await ended;
  clearTimeout(late);
}

async function launch({ words, cwd, env, port }: Launch): Promise<Started> {
  const environment = { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, words, { cwd, env: environment as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 600 && child.exitCode === null; turn++) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, pid: child.pid ?? 0, stop: () => stopChild(child) };
    await sleep(100);
  }
  await stopChild(child);
  throw new Error(`${words.join(' ')} did not start`);
}

const nextStart = (port: number) => [nextProgram, 'start', '-p', String(port), '-H', '127.0.0.1'];

/** The built product in one process, with the rights of the running application. */
export async function startProduct({ webUrl }: BenchDatabase): Promise<Started> {
  await ensureClient();
  await ensureBuild(console.log);
  const port = await findFreePort();
  const env = {
    DATABASE_URL: webUrl,
    NEXTAUTH_SECRET: benchSecret,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    NINGQI_DEMO: '1',
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'warn',
  };
  return launch({ words: nextStart(port), cwd: projectRoot, env, port });
}

const floorSource = 'tests/bench/floor-next';
const floorFolder = join(projectRoot, '.tmp/bench-floor-next');

// By webpack: Turbopack looks for proxy and instrumentation in the folders above as well, and would find the product's.
async function buildFloor(): Promise<void> {
  rmSync(floorFolder, { recursive: true, force: true });
  cpSync(join(projectRoot, floorSource), floorFolder, { recursive: true });
  writeFileSync(join(floorFolder, 'package.json'), '{ "name": "floor", "private": true, "type": "module" }');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [nextProgram, 'build', '--webpack'], {
    cwd: floorFolder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the floor did not build');
}

/** The bare Next application, built as the product is. */
export async function startNextFloor({ webUrl }: BenchDatabase): Promise<Started> {
  await onceFor('.tmp/bench-floor-next/.next/stamp', fingerprint([floorSource, 'tests/bench/servers.ts', 'package-lock.json']), buildFloor);
  const port = await findFreePort();
  return launch({ words: nextStart(port), cwd: floorFolder, env: { DATABASE_URL: webUrl }, port });
}

/** The same work behind nothing but node:http. */
export async function startHttpFloor({ webUrl }: BenchDatabase): Promise<Started> {
  const port = await findFreePort();
  const words = ['--import', 'tsx', join(import.meta.dirname, 'floor-http.ts')];
  return launch({ words, cwd: projectRoot, env: { DATABASE_URL: webUrl }, port });
}
