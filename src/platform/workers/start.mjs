// The first file of every worker thread: lets Node read TypeScript, then runs the program that was asked for.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(`./${workerData.program}.ts`);
