import { parentPort, workerData } from 'node:worker_threads';

/** What the server asked for, as it was copied into this thread. */
export function takeInput<In>(): In {
  return workerData.input as In;
}

/** Tells the server how far the work is, or the best that was found so far. */
export function tellProgress<Progress>(value: Progress): void {
  parentPort?.postMessage({ kind: 'progress', value });
}

/** Hands the result over; the server then ends this thread. */
export function answer<Out>(value: Out): void {
  parentPort?.postMessage({ kind: 'done', value });
}
