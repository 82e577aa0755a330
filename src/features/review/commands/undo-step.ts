import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { lockDeclarationsOf, recallDeclarations, sealDeclarations } from './return-lines.ts';
import { lockReview, settleLines } from './settle-lines.ts';

const undone = '这一步已被撤销，请刷新后查看。';
const carried = '这一步已随计划公示，不能撤销；要改的请再审一次，随下一版公示。';
const touched = '单位已经开始修改，不能再撤销退回；请等它报来。';

async function loadStep({ tx, scope }: Command<OfficeScope>, id: string) {
  const select = { year: true, action: true, lineIds: true, change: true, undoneAt: true, planId: true };
  return tx.reviewStep.findFirst({ where: { id, districtCode: scope.districtCode }, select });
}
type Step = NonNullable<Awaited<ReturnType<typeof loadStep>>>;

/** The declarations that the step returned; null where an agency has changed one, or sent it again. Nobody edits them meanwhile. */
async function findUntouched({ tx, scope }: Command<OfficeScope>, { lineIds, change }: Step): Promise<readonly string[] | null> {
  await lockDeclarationsOf(tx, scope, lineIds);
  const lines = await tx.declarationLine.findMany({
    where: { id: { in: lineIds }, districtCode: scope.districtCode },
    select: { declarationId: true, declaration: { select: { status: true } } },
  });
  const ids = [...new Set(lines.map(({ declarationId }) => declarationId))];
  const { seal } = change as { seal?: string };
  const isStill = lines.length === lineIds.length && lines.every(({ declaration }) => declaration.status === 'returned');
  const isSame = seal === undefined || seal === (await sealDeclarations(tx, ids));
  return isStill && isSame ? ids : null;
}

/** Takes one step of the review back, whoever took it and whatever came after it, as long as no published plan carries it. */
export async function undoStep(context: Command<OfficeScope>, input: { step: string }): Promise<Outcome<{ id: string }>> {
  const { tx, scope, now, record } = context;
  await lockReview(tx, scope);
  const step = await loadStep(context, input.step);
  if (!step) return notFound();
  if (step.undoneAt) return stale(undone);
  if (step.planId) return stale(carried);
  const returned = step.action === 'return' ? await findUntouched(context, step) : [];
  if (!returned) return stale(touched);
  const { districtCode } = scope;
  const where = { id: input.step, districtCode, undoneAt: null, planId: null };
  const { count } = await tx.reviewStep.updateMany({ where, data: { undoneAt: now, undoneById: scope.actor.id } });
  if (count === 0) return stale(undone);
  // A proposal that was accepted by this step can be decided again.
  await tx.mergeProposal.updateMany({ where: { stepId: input.step, run: { districtCode } }, data: { status: 'open', stepId: null } });
  await settleLines(tx, { districtCode, year: step.year }, step.lineIds);
  const notices: readonly Notice[] = returned.length > 0 ? await recallDeclarations(context, returned) : [];
  record('review.reversed', input.step, { action: step.action, lines: step.lineIds, notices });
  return ok({ id: input.step });
}
