import { runRounds } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import { apiRequest, floorRequest, type Target } from '../targets.ts';
import type { World } from '../world.ts';

const some = 2000;

async function run({ options, databasePid, product, floor, nextTarget }: World) {
  const targets: Target[] = Array.from({ length: some }, nextTarget);
  let turn = 0;
  const again = () => targets[turn++ % some] ?? nextTarget();
  const sides = [
    { name: 'product', url: product.url, pid: product.pid, expect: 200, next: () => apiRequest(again(), '/api/v1/entry-checks') },
    { name: 'F1 next + pg', url: floor.url, pid: floor.pid, expect: 200, next: () => floorRequest(again(), '/check') },
  ];
  return { measured: await runRounds(sides, options, databasePid), notes: [] };
}

/** The same visits judged without storing anything. */
export const check: Scenario = { title: 'POST /api/v1/entry-checks', goal: 0.7, run };
