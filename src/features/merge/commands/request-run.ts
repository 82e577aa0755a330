import 'server-only';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { RunId, RunRequest } from '../schema.ts';

/** A run that nobody has heard of for so long was lost with its server, and its queue has given up. */
const lostAfter = 60 * 60 * 1000;

async function closeLost({ tx, scope, now, record }: Command<OfficeScope>, year: number): Promise<void> {
  const asked = { lt: new Date(now.getTime() - lostAfter) };
  const where = { districtCode: scope.districtCode, year, status: { in: ['queued' as const, 'running' as const] }, requestedAt: asked };
  const lost = await tx.mergeRun.findMany({ where, select: { id: true }, take: 1 });
  const { count } = await tx.mergeRun.updateMany({ where, data: { status: 'failed', finishedAt: now } });
  if (count > 0 && lost[0]) record('merge.failed', lost[0].id, { year, lost: true });
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

/** Asks a run to end with the best it has found so far; one that nobody works on yet ends at once. */
export async function stopRun({ tx, scope, now, record }: Command<OfficeScope>, { run }: RunId): Promise<Outcome<{ year: number }>> {
  const where = { id: run, districtCode: scope.districtCode };
  const found = await tx.mergeRun.findFirst({ where, select: { year: true } });
  if (!found) return notFound();
  const waiting = await tx.mergeRun.updateMany({
    where: { ...where, status: 'queued' },
    data: { status: 'stopped', stopWanted: true, finishedAt: now },
  });
  const working = await tx.mergeRun.updateMany({ where: { ...where, status: 'running', stopWanted: false }, data: { stopWanted: true } });
  if (waiting.count + working.count === 0) return stale('这次测算已经结束，或已要求停止。');
  record('merge.stopped', run, { year: found.year });
  return ok({ year: found.year });
}
