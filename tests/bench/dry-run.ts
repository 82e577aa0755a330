// A server's part in one dry run, in a process of its own: read in a worker, every error found. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { readDeclaration } from '#domain/declaration/sheet/read-declaration.ts';
import { loadSheetContext } from '#features/sheet/queries/load-context.ts';
import { db } from '#platform/db.ts';
import { runInWorker } from '#platform/worker.ts';
import type { SheetAnswer } from '#platform/workers/read-sheet.ts';

/** What one dry run took. */
export type DryRun = {
  readonly seconds: number;
  readonly workerSeconds: number;
  readonly megabytes: number;
  readonly lines: number;
  readonly errors: number;
};

const [, , path = ''] = process.argv;
const place = { districtCode: '431103', agencyCode: '431103-amr', year: new Date().getFullYear() };

async function dryRun(bytes: Buffer) {
  const since = performance.now();
  const worked = await runInWorker<SheetAnswer>('read-sheet', { name: 'a.xlsx', bytes }, { heapMb: 320, seconds: 30 });
  const workerSeconds = (performance.now() - since) / 1000;
  if (worked.kind !== 'done' || !('grid' in worked.value)) throw new Error(`not read: ${JSON.stringify(worked)}`);
  const reading = readDeclaration(worked.value.grid, await loadSheetContext(place));
  if (!reading) throw new Error('no table');
  return { seconds: (performance.now() - since) / 1000, workerSeconds, lines: reading.lines.length, errors: reading.errors.length };
}

// Connected and loaded as a server is when the upload comes.
await loadSheetContext(place);
const bytes = readFileSync(path);
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
const ran = await dryRun(bytes);
clearInterval(watch);
const megabytes = (Math.max(peak, process.memoryUsage.rss()) - idle) / 1024 / 1024;
console.log(JSON.stringify({ ...ran, megabytes } satisfies DryRun));
await db().$disconnect();
