import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#cli/paths.ts';
import { lineOf, workbookOf } from '#support/workbooks.ts';
import type { DryRun } from '../dry-run.ts';
import { median } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const run = promisify(execFile);
const rows = 5_000;

/** Columns that are spoiled in turn: matter, quantity, period, method; every other line is faultless. */
const faults: readonly Readonly<Record<number, string>>[] = [
  { 1: '餐饮服务食品安全检察' },
  { 4: '120%' },
  { 5: '第五季度' },
  { 6: '走访' },
];

function makeSheet(): Promise<Buffer> {
  const lines = Array.from({ length: rows }, (_, nth) => {
    // A name of its own for each unknown matter, so that nothing is looked up twice.
    const fault = faults[(nth / 2) % faults.length];
    return lineOf(nth + 1, fault && (fault[1] ? { 1: `${fault[1]}${nth}` } : fault));
  });
  return workbookOf(lines);
}

async function dryRun(path: string, world: World): Promise<DryRun> {
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/dry-run.ts', path];
  const { stdout } = await run(process.execPath, words, {
    cwd: projectRoot,
    env: { ...process.env, ...environment(world) } as NodeJS.ProcessEnv,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as DryRun;
}

const environment = ({ database }: World) => ({
  ...{ DATABASE_URL: database.webUrl, NEXTAUTH_URL: 'http://localhost:3000', NEXTAUTH_SECRET: 'x'.repeat(32) },
  ...{ NINGQI_DEMO: '1', LOG_LEVEL: 'silent', NODE_ENV: 'production' },
});

async function measure(world: World) {
  const folder = join(projectRoot, '.tmp/bench-sheet');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sheet.xlsx');
  writeFileSync(path, await makeSheet());
  const runs: DryRun[] = [];
  for (let round = 0; round < world.options.rounds; round++) runs.push(await dryRun(path, world));
  rmSync(folder, { recursive: true, force: true });
  const of = (key: keyof DryRun) => median(runs.map((each) => each[key]));
  const time = `${of('seconds').toFixed(2)} s (goal: 10 s), of it ${of('workerSeconds').toFixed(2)} s in the worker`;
  const found = `${of('lines')} lines, ${of('errors')} errors found`;
  return { measured: [], notes: [`${found}; ${time}; ${of('megabytes').toFixed(0)} MB above idle (goal: 300 MB)`] };
}

/** One sheet of 5,000 lines, half of them faulty, read and judged from the file to the last error. */
export const sheet: Scenario = { title: 'dry run of a sheet, 5,000 rows', goal: null, run: measure };
