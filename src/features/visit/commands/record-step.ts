import 'server-only';
import { judgeEntryGate } from '#domain/territory/entry-gate.ts';
import { readHappened } from '#domain/visit/happened.ts';
import { judgeStep, type StepFacts } from '#domain/visit/judge-step.ts';
import { noteFinding } from '#features/finding/commands/note-finding.ts';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { notFound, type Outcome, ok, type Refusal, stale } from '#platform/outcome.ts';
import { type GatheredStep, gatherStep, lockByName, type VisitScope } from '../queries/gather-step.ts';
import type { VisitStepInput } from '../schema.ts';
import { advanceFiling } from './advance-filing.ts';
import { alertOfStep } from './alert-step.ts';
import { insertStep, movePart, newReceipt, type StoredStep } from './store-step.ts';

type Context = Command<VisitScope, Statements>;
/** What the phone keeps instead of its own copy. */
export type Received = { readonly id: string; readonly receipt: string; readonly conflict: string; readonly flags: readonly string[] };

const date = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

/** Instants inside a JSON column arrive as texts. */
function partOf({ part }: GatheredStep): StepFacts['part'] {
  return {
    checkedInAt: date(part.checkedInAt),
    checkedOutAt: date(part.checkedOutAt),
    absentAt: date(part.absentAt),
    recordedAt: date(part.recordedAt),
  };
}

function factsOf(gathered: GatheredStep, input: VisitStepInput, now: Date): StepFacts {
  const { territory, acknowledgedAt, start, end, filedAt, status, isNamed } = gathered;
  const gate = judgeEntryGate(territory === null ? null : { territory, acknowledgedAt });
  const clocks = { deviceAt: input.deviceAt, sentAt: input.sentAt, receivedAt: now, filedAt };
  return { step: input.step, clocks, status, window: { start, end }, part: partOf(gathered), isNamed, gate };
}

function sayRefusal(refusal: Refusal): string {
  if (refusal.kind === 'stale') return refusal.say;
  return refusal.kind === 'invalid' ? Object.values(refusal.fields).flat().join('；') : '检查结果没有录入。';
}

/** A finding is recorded by the slice that keeps findings; what it refuses is refused here, or kept as a conflict where it came late. */
async function refusedFinding(context: Context, filing: string, input: VisitStepInput): Promise<Refusal | null> {
  if (input.step !== 'findingNoted') return null;
  const noted = await noteFinding(context, { filing, ...input.body });
  return noted.ok ? null : noted.refusal;
}

function repeated({ record }: Context, known: NonNullable<GatheredStep['known']>, input: VisitStepInput): Outcome<Received> {
  if (!known.same) return stale('这个编号已经用于另一条记录。');
  record('visit.repeated', input.filing, { step: input.id, receipt: known.receipt });
  const { receipt, conflict, flags } = known;
  return ok({ id: input.id, receipt, conflict, flags });
}

async function keep(
  context: Context,
  gathered: GatheredStep,
  kept: { input: VisitStepInput; stored: StoredStep; at: Date },
): Promise<Outcome<Received>> {
  const { tx, scope, record } = context;
  const { input, stored, at } = kept;
  await insertStep(tx, scope, { input, filing: gathered.filing, stored });
  const counts = stored.conflict === '';
  if (counts) {
    await movePart(tx, scope, { filing: gathered.filing, input, at });
    await advanceFiling(tx, gathered.filing);
  }
  const notices = await alertOfStep(tx, scope, { gathered, input, stored });
  const event = counts ? `visit.${input.step === 'checkedOut' ? 'left' : input.step}` : 'visit.conflicted';
  record(event, gathered.filing, {
    agency: scope.agencyCode,
    step: input.id,
    receipt: stored.receipt,
    flags: stored.flags,
    sentAt: input.sentAt.toISOString(),
    notices,
  });
  return ok({ id: input.id, ...stored });
}

/**
 * Records one step of a visit: gathers, judges, stores, moves the agency's part and the filing. The same id is the same step: it is
 * answered with the same receipt. What was done now and may not be is refused; what happened and contradicts the record is kept.
 */
export async function recordStep(context: Context, input: VisitStepInput): Promise<Outcome<Received>> {
  const { tx, scope, now } = context;
  await lockByName(tx, scope, input.filing);
  const gathered = await gatherStep(tx, scope, input);
  if (!gathered) return notFound();
  if (gathered.known) return repeated(context, gathered.known, input);
  const facts = factsOf(gathered, input, now);
  const [verdict, { at }] = [judgeStep(facts), readHappened(facts.clocks)];
  if (verdict.kind === 'refused') return stale(verdict.say);
  const receipt = newReceipt();
  if (verdict.kind === 'conflict') return keep(context, gathered, { input, at, stored: { receipt, conflict: verdict.say, flags: [] } });
  const refusal = await refusedFinding(context, gathered.filing, input);
  if (refusal && !verdict.flags.includes('late')) return { ok: false, refusal };
  return keep(context, gathered, { input, at, stored: { receipt, conflict: refusal ? sayRefusal(refusal) : '', flags: verdict.flags } });
}
