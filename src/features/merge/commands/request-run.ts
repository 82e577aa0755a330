import 'server-only';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import { isAbsent } from '#platform/presence.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { RunId, RunRequest } from '../schema.ts';
import { presenceOf } from './settle-run.ts';

type MergeRun = { readonly id: string; readonly status: string; readonly requestedAt: Date };

/** A run that waited so long in its queue is not waited for any more. */
const queuedAtMost = 60 * 60 * 1000;

/** A run at work that no server works on was lost with its server. */
async function isLost({ tx, now }: Command<OfficeScope>, { id, status, requestedAt }: MergeRun): Promise<boolean> {
  return status === 'running' ? isAbsent(tx, presenceOf(id)) : now.getTime() - requestedAt.getTime() > queuedAtMost;
}

async function closeLost(context: Command<OfficeScope>, year: number): Promise<void> {
  const { tx, scope, now, record } = context;
  const where = { districtCode: scope.districtCode, year, status: { in: ['queued' as const, 'running' as const] } };
  const run = await tx.mergeRun.findFirst({ where });
  if (!run || !(await isLost(context, run))) return;
  const { count } = await tx.mergeRun.updateMany({ where: { ...where, id: run.id }, data: { status: 'failed', finishedAt: now } });
  if (count > 0) record('merge.failed', run.id, { year, lost: true });
}

/** Asks for the year to be merged: queued in this transaction, worked on after it. One run at a time for a district's year. */
export async function requestRun(context: Command<OfficeScope>, { year, seconds }: RunRequest): Promise<Outcome<{ year: number }>> {
  const { tx, scope, record } = context;
  const { districtCode } = scope;
  await closeLost(context, year);
  const id = newId();
  const words = { ...{ id, districtCode, year, seconds, inputHash: '' }, status: 'queued' as const, requestedById: scope.actor.id };
  const { count } = await tx.mergeRun.createMany({ data: [words], skipDuplicates: true });
  if (count === 0) return stale('这一年的合并正在测算，请等它算完，或先停止。');
  await enqueue(tx, 'merge-solve', { run: id, districtCode });
  record('merge.requested', id, { year, seconds });
  return ok({ year });
}

/** Asks a run to end with the best it has found so far; one that nobody works on, yet or any more, ends at once. */
export async function stopRun({ tx, scope, now, record }: Command<OfficeScope>, { run }: RunId): Promise<Outcome<{ year: number }>> {
  const where = { id: run, districtCode: scope.districtCode };
  const found = await tx.mergeRun.findFirst({ where, select: { year: true } });
  if (!found) return notFound();
  const idle = (await isAbsent(tx, presenceOf(run))) ? (['queued', 'running'] as const) : (['queued'] as const);
  const waiting = await tx.mergeRun.updateMany({
    where: { ...where, status: { in: [...idle] } },
    data: { status: 'stopped', stopWanted: true, finishedAt: now },
  });
  const working = await tx.mergeRun.updateMany({ where: { ...where, status: 'running', stopWanted: false }, data: { stopWanted: true } });
  if (waiting.count + working.count === 0) return stale('这次测算已经结束，或已要求停止。');
  record('merge.stopped', run, { year: found.year });
  return ok({ year: found.year });
}
