import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { observeRequests, openRequests } from './access-log.ts';
import { env } from './env.ts';
import { log } from './log.ts';

/** The server takes no more requests and ends by itself; the connections are given back once the last answer is out. */
async function leaveDatabase(): Promise<void> {
  for (let turn = 0; turn < 100 && openRequests() > 0; turn++) await sleep(50);
  await globalThis.ningqiJobs?.stop();
  await Promise.all([globalThis.ningqiDb?.$disconnect(), globalThis.ningqiStatements?.end()]);
  log.info('stopped');
}

/** Before the first request: settings checked, or the process ends; requests observed; shutdown prepared. */
export function boot(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  observeRequests();
  process.once('SIGTERM', () => void leaveDatabase());
  process.once('SIGINT', () => void leaveDatabase());
}
