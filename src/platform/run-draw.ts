import 'server-only';
import type { Computed } from '#domain/draw/compute-draw.ts';
import { runInWorker, type Worked } from './worker.ts';
import type { DrawRequest } from './workers/draw.ts';

/** Computes a draw's outcomes from its frozen record (the text as it is kept) and its seed in hex, in a thread with limits of its own. */
export function runDraw(frozen: string, seed: string): Promise<Worked<Computed>> {
  return runInWorker<Computed>('draw', { frozen, seed } satisfies DrawRequest, { heapMb: 1536, seconds: 120 });
}
