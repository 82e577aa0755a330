import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '#cli/database/server.ts';
import { projectRoot } from '#cli/paths.ts';
import { waitUntilHealthy } from '#cli/start/web-server.ts';
import { median } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const nothingConfigured = { DATABASE_URL: '', DATABASE_OWNER_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', NINGQI_DEMO: '1', HOST: '' };

/** Seconds from `npm start`'s first line to the first answer; stopped again at once. */
async function startOnce(dataFolder: string): Promise<number> {
  const port = await findFreePort();
  const env = { ...process.env, ...nothingConfigured, PORT: String(port), DATA_DIR: dataFolder };
  const since = performance.now();
  const program = spawn(process.execPath, ['src/cli/start.mjs'], { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(program, 'exit');
  try {
    await waitUntilHealthy(`http://127.0.0.1:${port}`, () => program.exitCode !== null);
    return (performance.now() - since) / 1000;
  } finally {
    program.kill('SIGTERM');
    await ended;
  }
}

async function run({ options }: World) {
  const dataFolder = join(projectRoot, '.tmp/bench-start');
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  const first = await startOnce(dataFolder);
  const seconds: number[] = [];
  for (let round = 0; round < Math.min(options.rounds, 5); round++) seconds.push(await startOnce(dataFolder));
  rmSync(dataFolder, { recursive: true, force: true });
  const said = `second start with nothing changed: ${median(seconds).toFixed(1)} s (goal: 5 s); first start of a built clone: ${first.toFixed(1)} s`;
  return { measured: [], notes: [said] };
}

/** From nothing running to the first answer. */
export const start: Scenario = { title: 'npm start', goal: null, run };
