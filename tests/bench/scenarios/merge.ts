import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#cli/paths.ts';
import type { MergeProblem, MergeSolution } from '#domain/plan/merge/model.ts';
import { readSheetYear } from '../merge-problems.ts';
import { makeYear } from '../merge-year.ts';
import type { Found, Scenario } from '../scenario.ts';

const seconds = 60;
const megabyte = 1024 * 1024;

type Message = { readonly kind: 'progress' } | { readonly kind: 'done'; readonly value: MergeSolution };

/** Solves in the very thread that the server starts for it; gives how long it took and what it added to the memory. */
async function solve(problem: MergeProblem): Promise<{ solution: MergeSolution; took: number; peak: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const since = performance.now();
  const input = { problem, seconds, stop: new SharedArrayBuffer(4) };
  const worker = new Worker(join(projectRoot, 'src/platform/workers/start.mjs'), { workerData: { program: 'solve', input } });
  try {
    const solution = await new Promise<MergeSolution>((settle, fail) => {
      worker.on('message', (message: Message) => message.kind === 'done' && settle(message.value));
      worker.on('error', fail);
    });
    return { solution, took: (performance.now() - since) / 1000, peak: (peak - before) / megabyte };
  } finally {
    clearInterval(watching);
    await worker.terminate();
  }
}

async function measure(name: string, problem: MergeProblem): Promise<string> {
  const { solution, took, peak } = await solve(problem);
  const { before, after, bound, proposed, parts } = solution;
  const gap = bound === 0 ? 0 : (100 * (after - bound)) / bound;
  const entries = `${parts.length} joint entries bring ${proposed}`;
  const figures = `${before} visits → ${after} (${entries}), proved bound ${bound}, gap ${gap.toFixed(2)} % (goal: 5 %)`;
  return `${name.padEnd(40)} ${figures}; ${took.toFixed(1)} s (goal: ${seconds} s), ${peak.toFixed(0)} MB above idle`;
}

async function run(): Promise<Found> {
  const large = { lines: 10_000, enterprises: 5_000, agencies: 25 };
  const notes = [
    await measure('17 sheets of 431103', readSheetYear('431103')),
    await measure('5 sheets of 511724', readSheetYear('511724')),
    await measure('10,000 lines × 5,000 enterprises', makeYear({ ...large, teams: 20 }, 1)),
    await measure('the same, no month fuller than declared', makeYear({ ...large, teams: 0 }, 1)),
  ];
  return { measured: [], notes };
}

/** Merging a year: visits before and after, and how far from the proved bound. */
export const merge: Scenario = { title: 'merge of a year', goal: null, alone: true, run };
