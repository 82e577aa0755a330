import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from './log.ts';

/** The programs of `workers/`: work that may take long, take much memory, or be fed by strangers. */
export type Program = 'draw' | 'read-sheet' | 'solve';

export type WorkerLimits<Progress> = {
  readonly heapMb: number;
  readonly seconds: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the work early. */
  readonly signal?: AbortSignal | undefined;
};

/** What came of it: its value, or why there is none. The last progress told stays with the caller. */
export type Worked<Out> =
  | { readonly kind: 'done'; readonly value: Out }
  | { readonly kind: 'outOfMemory' | 'outOfTime' | 'stopped' | 'crashed' };

/** What a program posts (workers/answer.ts). */
type Message<Out, Progress> = { readonly kind: 'progress'; readonly value: Progress } | { readonly kind: 'done'; readonly value: Out };

// Started by path at run time, so that the bundler neither follows the program nor renames it.
function start(program: Program, input: unknown, heapMb: number): Worker {
  const path = join(/* turbopackIgnore: true */ process.cwd(), 'src/platform/workers/start.mjs');
  return new Worker(/* turbopackIgnore: true */ path, {
    workerData: { program, input },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

function reasonOf(program: Program, error: unknown): 'outOfMemory' | 'crashed' {
  const isMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!isMemory) log.error({ err: error, program }, 'a worker crashed');
  return isMemory ? 'outOfMemory' : 'crashed';
}

/**
 * Runs a program of `workers/` in a thread of its own, with a limit to its heap and its time: what it reads or solves cannot
 * take the server along. Its input and its value are copied, so they are plain data. Expected ends are returned, never thrown.
 */
export async function runInWorker<Out, Progress = never>(
  program: Program,
  input: unknown,
  { heapMb, seconds, onProgress, signal }: WorkerLimits<Progress>,
): Promise<Worked<Out>> {
  if (signal?.aborted) return { kind: 'stopped' };
  const worker = start(program, input, heapMb);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Worked<Out>>((settle) => {
      timer = setTimeout(() => settle({ kind: 'outOfTime' }), seconds * 1000);
      signal?.addEventListener('abort', () => settle({ kind: 'stopped' }), { once: true });
      worker.on('message', (message: Message<Out, Progress>) => (message.kind === 'done' ? settle(message) : onProgress?.(message.value)));
      worker.on('error', (error) => settle({ kind: reasonOf(program, error) }));
      worker.on('exit', () => settle({ kind: 'crashed' }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
