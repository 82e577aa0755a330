import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from './log.ts';

/** Does a piece of work again and again, so many milliseconds apart, until told that all is done. What fails is logged, and tried again next time. */
export async function repeatUntil(done: AbortSignal, apart: number, work: () => Promise<void>): Promise<void> {
  while (!done.aborted) {
    await sleep(apart, undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    await work().catch((error: unknown) => log.error({ err: error }, 'a repeated piece of work failed'));
  }
}
