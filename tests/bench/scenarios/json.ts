import { runRounds } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';

async function run({ options, databasePid, product, floor, nextTarget }: World) {
  const callers = Array.from({ length: 200 }, nextTarget);
  let turn = 0;
  const caller = () => callers[turn++ % callers.length] ?? nextTarget();
  const get = (path: string, key?: string) => ({ method: 'GET' as const, path, headers: key ? { authorization: `Bearer ${key}` } : {} });
  const toFloor = () => get(`/filings?agency=${caller().agency}`);
  const sides = [
    { name: 'product', url: product.url, pid: product.pid, expect: 200, next: () => get('/api/v1/filings', caller().key) },
    { name: 'F4 next + pg', url: floor.url, pid: floor.pid, expect: 200, next: toFloor },
  ];
  return { measured: await runRounds(sides, options, databasePid), notes: [] };
}

/** A hundred of an agency's filings as JSON. */
export const json: Scenario = { title: 'GET /api/v1/filings', goal: 0.8, run };
