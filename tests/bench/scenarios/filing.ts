import { measurePgbench } from '../pgbench.ts';
import { runRounds } from '../rounds.ts';
import type { Scenario } from '../scenario.ts';
import { startHttpFloor } from '../servers.ts';
import { apiRequest, floorRequest } from '../targets.ts';
import type { World } from '../world.ts';

async function run(world: World) {
  const { options, database, databasePid, product, floor, nextTarget } = world;
  const http = await startHttpFloor(database);
  try {
    const toFloor = () => floorRequest(nextTarget(), '/file');
    const sides = [
      { name: 'product', url: product.url, pid: product.pid, expect: 201, next: () => apiRequest(nextTarget(), '/api/v1/filings') },
      { name: 'F1 next + pg', url: floor.url, pid: floor.pid, expect: 201, next: toFloor },
      { name: 'F2 http + pg', url: http.url, pid: http.pid, expect: 201, next: toFloor },
    ];
    const measured = await runRounds(sides, options, databasePid);
    return { measured, notes: [await measurePgbench(world)] };
  } finally {
    await http.stop();
  }
}

/** A key's agency files drawn visits through the API: each request another lawful one. */
export const filing: Scenario = { title: 'POST /api/v1/filings', goal: 0.6, run };
