// `npm run bench`: the product and its floors, measured in the same run on the same database. Figures are printed, never asserted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#cli/paths.ts';
import { readOptions } from './options.ts';
import { linesOf, table } from './report.ts';
import type { Scenario } from './scenario.ts';
import { batch } from './scenarios/batch.ts';
import { chances } from './scenarios/chances.ts';
import { check } from './scenarios/check.ts';
import { code } from './scenarios/code.ts';
import { largeDraw } from './scenarios/draw.ts';
import { filing } from './scenarios/filing.ts';
import { json } from './scenarios/json.ts';
import { list } from './scenarios/list.ts';
import { merge } from './scenarios/merge.ts';
import { sheet } from './scenarios/sheet.ts';
import { start } from './scenarios/start.ts';
import { openWorld } from './world.ts';

const scenarios: Readonly<Record<string, Scenario>> = {
  filing,
  batch,
  check,
  list,
  json,
  code,
  merge,
  sheet,
  start,
  draw: largeDraw,
  chances,
};

const options = readOptions(process.argv.slice(2));
const isAlone = options.scenarios.every((name) => scenarios[name]?.alone);
const world = isAlone ? null : await openWorld(options, console.log);
const stop = async () => world?.stop();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)));
const results: object[] = [];
try {
  for (const name of options.scenarios) {
    const scenario = scenarios[name];
    if (!scenario) continue;
    const found = scenario.alone ? await scenario.run() : world && (await scenario.run(world));
    if (!found) continue;
    console.log(table(scenario, found));
    results.push({ scenario: name, goal: scenario.goal, lines: linesOf(found), rounds: found.measured, notes: found.notes });
  }
} finally {
  await stop();
}
writeFileSync(
  join(projectRoot, 'bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, options, results }, null, 2)}\n`,
);
