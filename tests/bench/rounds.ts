import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { cpuOf } from './cpu.ts';
import type { Options } from './options.ts';

/** One request as the load generator takes it. */
export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One server under load. `next` makes each request; `expect` is the status of a good answer. */
export type Side = {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly expect: number;
  readonly next: () => Asked;
};

/** Good answers a second; the 99th percentile in ms; CPU in ms an answer, of the server and of the database. */
export type Figures = {
  readonly perSecond: number;
  readonly p99: number;
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly bad: number;
};
export type Measured = { readonly side: string; readonly rounds: readonly Figures[] };

type Load = { readonly seconds: number; readonly connections: number };
type Fired = { readonly good: number; readonly bad: number; readonly seconds: number; readonly p99: number };

function fire(side: Side, { seconds, connections }: Load): Promise<Fired> {
  const requests = [{ setupRequest: (request: autocannon.Request) => ({ ...request, ...side.next() }) }];
  const counts = { good: 0, bad: 0 };
  return new Promise((resolve, reject) => {
    const instance = autocannon({ url: side.url, connections, duration: seconds, requests }, (error, result) => {
      if (error) reject(error);
      else resolve({ ...counts, bad: counts.bad + result.errors, seconds: result.duration, p99: result.latency.p99 });
    });
    instance.on('response', (_client, status) => {
      if (status === side.expect) counts.good++;
      else counts.bad++;
    });
  });
}

async function measure(side: Side, load: Load & { databasePid: number }): Promise<Figures> {
  const before = [cpuOf(side.pid), cpuOf(load.databasePid)] as const;
  const { good, bad, seconds, p99 } = await fire(side, load);
  const after = [cpuOf(side.pid), cpuOf(load.databasePid)] as const;
  // Requests cut off at the end are still being answered.
  await sleep(300);
  return { perSecond: good / seconds, p99, serverMs: (after[0] - before[0]) / good, databaseMs: (after[1] - before[1]) / good, bad };
}

/** Warms every side up, then measures them in alternating rounds. */
export async function runRounds(sides: readonly Side[], options: Options, databasePid: number): Promise<Measured[]> {
  const { seconds, connections, rounds } = options;
  const figures = new Map<string, Figures[]>(sides.map(({ name }) => [name, []]));
  for (const side of sides) await fire(side, { seconds: 2, connections });
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) figures.get(side.name)?.push(await measure(side, { seconds, connections, databasePid }));
  }
  return [...figures].map(([side, measured]) => ({ side, rounds: measured }));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
