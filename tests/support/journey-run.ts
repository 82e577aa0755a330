import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '#cli/database/server.ts';
import { projectRoot } from '#cli/paths.ts';
import { ensureBuild, ensureClient } from '#cli/start/build.ts';
import { waitUntilHealthy } from '#cli/start/web-server.ts';
import { findBrowser } from './browser.ts';

// Empty words keep a developer's .env out of it.
const nothingConfigured = { DATABASE_URL: '', DATABASE_OWNER_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', NINGQI_DEMO: '1', HOST: '' };

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null) return;
  const ended = once(product, 'exit');
  product.kill('SIGTERM');
  await ended;
}

async function placesOf(dataFolder: string): Promise<string[]> {
  const elsewhere = await readFile(join(dataFolder, 'database-place'), 'utf8').catch(() => '');
  return [dataFolder, elsewhere.trim()].filter((folder) => folder !== '');
}

/** Once for a run of the browser journeys: the product as `npm start` runs it, on data and a port of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.BROWSER_PATH = await findBrowser();
  await ensureClient();
  await ensureBuild(console.log);
  const dataFolder = join(projectRoot, `.tmp/journeys-${process.pid}`);
  const port = await findFreePort();
  await mkdir(dataFolder, { recursive: true });
  const env = { ...process.env, ...nothingConfigured, PORT: String(port), DATA_DIR: dataFolder };
  const product = spawn(process.execPath, ['src/cli/start.mjs'], { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'inherit'] });
  process.env.JOURNEY_URL = `http://localhost:${port}`;
  process.env.JOURNEY_DATA = dataFolder;
  const tearDown = async (): Promise<void> => {
    await stop(product);
    for (const folder of await placesOf(dataFolder)) await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilHealthy(`http://127.0.0.1:${port}`, () => product.exitCode !== null);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
