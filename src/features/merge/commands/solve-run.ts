import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MergeProblem, MergeProgress, MergeSolution } from '#domain/plan/merge/model.ts';
import { db } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { runInWorker, type Worked } from '#platform/worker.ts';
import { gatherProblem } from '../queries/gather-problem.ts';
import { advanceRun, beginRun, endRun, failRun, type RunKey, settleAs } from './settle-run.ts';

/** Memory that one solving may take, and the seconds that it may need to say what it has found once its time is up. */
const heapMb = 1536;
const sparedSeconds = 60;
const askedEvery = 1000;

/** While the thread works: tells how far it is, at most once a second, and passes on the wish to stop. */
async function watch(
  key: RunKey,
  { stop, told, done }: { stop: Int32Array; told: () => MergeProgress | null; done: AbortSignal },
): Promise<void> {
  let last = '';
  while (!done.aborted) {
    await sleep(askedEvery, undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    const run = await db().mergeRun.findFirst({ where: { id: key.run, districtCode: key.districtCode }, select: { stopWanted: true } });
    if (run?.stopWanted) Atomics.store(stop, 0, 1);
    const progress = told();
    const words = JSON.stringify([progress?.best, progress?.bound]);
    if (progress && words !== last) await settleAs(key, advanceRun, progress);
    last = words;
  }
}

type Asked = { readonly seconds: number; readonly stopWanted: boolean };

async function solve(key: RunKey, problem: MergeProblem, { seconds, stopWanted }: Asked): Promise<Worked<MergeSolution>> {
  const shared = new SharedArrayBuffer(4);
  if (stopWanted) Atomics.store(new Int32Array(shared), 0, 1);
  let progress: MergeProgress | null = null;
  const done = new AbortController();
  const watching = watch(key, { stop: new Int32Array(shared), told: () => progress, done: done.signal });
  try {
    return await runInWorker<MergeSolution, MergeProgress>(
      'solve',
      { problem, seconds, stop: shared },
      {
        heapMb,
        seconds: seconds + sparedSeconds,
        onProgress: (value) => {
          progress = value;
        },
      },
    );
  } finally {
    done.abort();
    await watching;
  }
}

/** Works on a run until its time is up. Taken up again after a crash it begins anew: nothing is stored before the end. */
export async function solveRun({ run, districtCode }: { run: string; districtCode: string }, requestId: string): Promise<void> {
  const key = { run, districtCode, requestId };
  const asked = await db().mergeRun.findFirst({
    where: { id: run, districtCode, status: { in: ['queued', 'running'] } },
    select: { year: true, seconds: true, stopWanted: true },
  });
  if (!asked) return;
  const problem = await gatherProblem({ districtCode, year: asked.year });
  await settleAs(key, beginRun, problem);
  const started = performance.now();
  const worked = await solve(key, problem, asked);
  const spent = (performance.now() - started) / 1000;
  if (worked.kind === 'done') await settleAs(key, endRun, { solution: worked.value, spent });
  else await settleAs(key, failRun, worked.kind);
}

export const mergeSolve: Job<{ run: string; districtCode: string }> = { name: 'merge-solve', run: solveRun };
