import 'server-only';
import type { MergeProblem, MergeProgress, MergeSolution } from '#domain/plan/merge/model.ts';
import { countTellings } from '#domain/plan/merge/tellings.ts';
import { db } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { holdPresence } from '#platform/presence.ts';
import { repeatUntil } from '#platform/repeat-until.ts';
import { runInWorker, type Worked } from '#platform/worker.ts';
import { gatherProblem } from '../queries/gather-problem.ts';
import { advanceRun, beginRun, endRun, failRun, presenceOf, type RunKey, settleAs } from './settle-run.ts';

/** Memory that one solving may take, and the seconds that it may need to say what it has found once its time is up. */
const heapMb = 1536;
const sparedSeconds = 60;
const askedEvery = 1000;

type Watched = { readonly stop: Int32Array; readonly told: () => MergeProgress | null; readonly done: AbortSignal };

/** While the thread works: passes on the wish to stop, and now and then tells how far it is. */
function watch(key: RunKey, { stop, told, done }: Watched): Promise<void> {
  const since = performance.now();
  let times = 0;
  return repeatUntil(done, askedEvery, async () => {
    const run = await db().mergeRun.findFirst({ where: { id: key.run, districtCode: key.districtCode }, select: { stopWanted: true } });
    if (run?.stopWanted) Atomics.store(stop, 0, 1);
    const progress = told();
    const due = countTellings((performance.now() - since) / 1000);
    if (!progress || times >= due) return;
    times = due;
    await settleAs(key, advanceRun, progress);
  });
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

async function work(key: RunKey, problem: MergeProblem, asked: Asked): Promise<void> {
  await settleAs(key, beginRun, problem);
  const started = performance.now();
  const worked = await solve(key, problem, asked);
  const spent = (performance.now() - started) / 1000;
  if (worked.kind === 'done') await settleAs(key, endRun, { solution: worked.value, spent });
  else await settleAs(key, failRun, worked.kind);
}

/** Works on a run until its time is up. Taken up again after a crash it begins anew: nothing is stored before the end. */
export async function solveRun({ run, districtCode }: { run: string; districtCode: string }, requestId: string): Promise<void> {
  const leave = await holdPresence(presenceOf(run));
  try {
    const asked = await db().mergeRun.findFirst({
      where: { id: run, districtCode, status: { in: ['queued', 'running'] } },
      select: { year: true, seconds: true, stopWanted: true },
    });
    if (!asked) return;
    const problem = await gatherProblem({ districtCode, year: asked.year });
    await work({ run, districtCode, requestId }, problem, asked);
  } finally {
    await leave();
  }
}

export const mergeSolve: Job<{ run: string; districtCode: string }> = { name: 'merge-solve', run: solveRun };
