import 'server-only';
import type { ReviewAction, StepChange } from '#domain/plan/review-step.ts';
import { judgeStep } from '#domain/plan/step-rules.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Prisma } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { gatherLines, type ReviewedLine, type ReviewPlace } from '../queries/gather-lines.ts';
import { loadYearRules } from '../queries/load-year-rules.ts';
import { returnDeclarations, sealDeclarations } from './return-lines.ts';
import { lockReview, settleLines } from './settle-lines.ts';

export type TakeStep = {
  readonly year: number;
  readonly action: ReviewAction;
  readonly lineIds: readonly string[];
  readonly change: StepChange;
};

/** A return has to lie after the sending that it answers, also where both happened in the same instant. */
function timeOfStep(now: Date, lines: readonly ReviewedLine[]): Date {
  return new Date(Math.max(now.getTime(), ...lines.map(({ sentAt }) => sentAt.getTime() + 1)));
}

/** The change as it is kept: months in their order, which is the order in which they are published. */
function inOrder(change: StepChange): StepChange {
  return change.months ? { ...change, months: change.months.toSorted((one, other) => one - other) } : change;
}

/** What a step sets, without what it leaves alone: JSON knows no undefined. */
function withoutBlanks(change: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(change));
}

/** What the step sets, with what has to be known of the lines as they were when it was taken. */
async function withFacts({ tx }: Command<OfficeScope>, lines: readonly ReviewedLine[], { action, change }: TakeStep): Promise<object> {
  if (action === 'merge') return { ...change, apart: lines.reduce((sum, { count }) => sum + count, 0) };
  if (action !== 'return') return change;
  const declarations = [...new Set(lines.map(({ declarationId }) => declarationId))];
  return { ...change, seal: await sealDeclarations(tx, declarations) };
}

async function storeStep(context: Command<OfficeScope>, lines: readonly ReviewedLine[], input: TakeStep) {
  const { tx, scope, now } = context;
  const { year, action } = input;
  const { districtCode } = scope;
  const last = await tx.reviewStep.aggregate({ where: { districtCode, year }, _max: { no: true } });
  const [id, no, lineIds] = [newId(), (last._max.no ?? 0) + 1, lines.map((line) => line.id)];
  const change = withoutBlanks(await withFacts(context, lines, input));
  const data = { ...{ id, districtCode, year, no, action, lineIds, change }, at: timeOfStep(now, lines), byId: scope.actor.id };
  await tx.reviewStep.create({ data });
  return { id, no };
}

async function tellAgencies(context: Command<OfficeScope>, lines: readonly ReviewedLine[], { action, change }: TakeStep) {
  return action === 'return' ? returnDeclarations(context, lines, change) : ([] as readonly Notice[]);
}

/**
 * One step of the review on lines of one year. Steps of a district are numbered and folded one after another: of two on the same line the
 * later one holds, and both are kept. Errors are named after the fields of `change`; the empty field speaks of the lines.
 */
export async function takeStep(context: Command<OfficeScope>, taken: TakeStep): Promise<Outcome<{ id: string }>> {
  const { tx, scope, record } = context;
  const input = { ...taken, change: inOrder(taken.change) };
  const place: ReviewPlace = { districtCode: scope.districtCode, year: input.year };
  const asked = [...new Set(input.lineIds)];
  await lockReview(tx, place);
  const lines = await gatherLines(tx, place, asked);
  if (asked.length === 0 || lines.length < asked.length) return notFound();
  const { policy } = await loadYearRules(place.districtCode, place.year, tx);
  const errors = judgeStep(input.action, input.change, { lines, planning: policy.values.planning.value });
  if (Object.keys(errors).length > 0) return invalid(errors);
  const notices = await tellAgencies(context, lines, input);
  if (!notices) return stale('单位正在重报，请刷新后再办。');
  const { id, no } = await storeStep(context, lines, input);
  await settleLines(tx, place, asked);
  record('review.taken', id, { year: input.year, no, action: input.action, lines: asked, change: input.change, notices });
  return ok({ id });
}
