import 'server-only';
import type { MergeProblem, MergeProgress, MergeSolution } from '#domain/plan/merge/model.ts';
import { type Command, type CommandFunction, runCommand } from '#platform/command.ts';
import type { Prisma } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';

export type RunKey = { readonly run: string; readonly districtCode: string; readonly requestId: string };
type Of<Input> = Input & { readonly run: string };
type System = Command<SystemScope>;

/** The word by which a server says that it works on a run. */
export const presenceOf = (run: string): string => `merge-run ${run}`;

/** Runs one of the commands below as the server itself. */
export function settleAs<Input extends object | string>(
  { run, districtCode, requestId }: RunKey,
  command: CommandFunction<SystemScope, { run: string; given: Input }, null>,
  given: Input,
): Promise<Outcome<null>> {
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  return runCommand({ scope: systemScope(districtCode), origin, command: (context) => command(context, { run, given }) });
}

const atWork = { in: ['queued' as const, 'running' as const] };
const ended = () => stale('这次测算已经结束。');

/** A run is taken up, perhaps again: with the lines as they are now. */
export async function beginRun({ tx, scope, record }: System, { run, given }: Of<{ given: MergeProblem }>): Promise<Outcome<null>> {
  const lineIds = given.lines.map(({ id }) => id);
  const data = { status: 'running' as const, inputHash: hashText(JSON.stringify(given)), lineIds };
  const { count } = await tx.mergeRun.updateMany({ where: { id: run, districtCode: scope.districtCode, status: atWork }, data });
  if (count === 0) return ended();
  record('merge.begun', run, { lines: lineIds.length, inputHash: data.inputHash });
  return ok(null);
}

/** The best and the bound found so far. */
export async function advanceRun({ tx, scope, record }: System, { run, given }: Of<{ given: MergeProgress }>): Promise<Outcome<null>> {
  const { count } = await tx.mergeRun.updateMany({
    where: { id: run, districtCode: scope.districtCode, status: 'running' },
    data: { progress: given },
  });
  if (count === 0) return ended();
  record('merge.advanced', run, given);
  return ok(null);
}

async function storeParts({ tx }: System, run: string, { parts }: MergeSolution): Promise<void> {
  const data = parts.map(({ lines, why, months, ...part }, index) => {
    return { ...part, id: newId(), runId: run, no: index + 1, lineIds: [...lines], months: [...months], why: why as Prisma.InputJsonValue };
  });
  await tx.mergeProposal.createMany({ data });
}

async function tellRequester({ tx, scope }: System, run: string, text: string) {
  const row = await tx.mergeRun.findFirstOrThrow({
    where: { id: run, districtCode: scope.districtCode },
    select: { requestedById: true, year: true },
  });
  return [{ to: { userIds: [row.requestedById] }, text: `${row.year} 年${text}`, href: `/review/${row.year}/merges` }];
}

/** Stores what was found; a run that ended before, or was stored by another try, stays as it is. */
export async function endRun(
  context: System,
  { run, given }: Of<{ given: { solution: MergeSolution; spent: number } }>,
): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const { before, after, bound, proposed, pairs, pairCounts, complete, parts } = given.solution;
  const where = { id: run, districtCode: scope.districtCode };
  const asked = await tx.mergeRun.findFirst({ where, select: { stopWanted: true } });
  const status = asked?.stopWanted && !complete ? ('stopped' as const) : ('finished' as const);
  const progress = { best: after, bound, seconds: given.spent, proposed, pairCounts };
  const data = { status, before, after, bound, progress, pairs: pairs as unknown as Prisma.InputJsonValue, finishedAt: now };
  const { count } = await tx.mergeRun.updateMany({ where: { ...where, status: 'running' }, data });
  if (count === 0) return ended();
  await storeParts(context, run, given.solution);
  const notices = await tellRequester(context, run, `合并测算完成：${before} 户次可并为 ${proposed} 户次，${parts.length} 条建议`);
  record('merge.finished', run, { status, before, after, bound, proposed, parts: parts.length, notices });
  return ok(null);
}

/** The thread ended without an answer. */
export async function failRun(context: System, { run, given }: Of<{ given: string }>): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const where = { id: run, districtCode: scope.districtCode, status: atWork };
  const { count } = await tx.mergeRun.updateMany({ where, data: { status: 'failed', finishedAt: now } });
  if (count === 0) return ended();
  const notices = await tellRequester(context, run, '合并测算没有算成，请再测算一次');
  record('merge.failed', run, { why: given, notices });
  return ok(null);
}
