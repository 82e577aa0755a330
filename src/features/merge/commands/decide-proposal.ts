import 'server-only';
import type { ProposalReasons } from '#domain/plan/merge/model.ts';
import { computeJointCount } from '#domain/plan/review-step.ts';
import { lockReview } from '#features/review/commands/settle-lines.ts';
import { takeStep } from '#features/review/commands/take-step.ts';
import type { Command } from '#platform/command.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma } from '#platform/db.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { outdatedWords } from '../labels.ts';
import { statusSql } from '../queries/load-proposals.ts';
import type { ProposalView } from '../queries/views.ts';
import type { MergeDecision } from '../schema.ts';

type Decided = { readonly year: number };
type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

/** A proposal of the office's own district; accepted ones whose step was undone are open again. */
async function findProposal({ tx, scope }: Command<OfficeScope>, id: string) {
  return tx.mergeProposal.findFirst({
    where: { id, run: { districtCode: scope.districtCode } },
    include: { run: { select: { year: true } }, step: { select: { undoneAt: true } } },
  });
}

const isOpen = ({ status, step }: Proposal) => status === 'open' || (status === 'accepted' && step?.undoneAt !== null);

/** Moves a proposal on; when somebody else did so in between all is undone and judged anew. */
async function settle(
  { tx }: Command<OfficeScope>,
  { id, status, stepId }: Proposal,
  data: { status: 'accepted' | 'refused'; stepId: string | null; reason: string },
): Promise<void> {
  const { count } = await tx.mergeProposal.updateMany({ where: { id, status, stepId }, data });
  if (count === 0) throw new LimitTaken('decided in between');
}

const changed = () => stale('这条建议已经办过，请刷新后再看。');

async function refuse(context: Command<OfficeScope>, proposal: Proposal, { reason }: MergeDecision): Promise<Outcome<Decided>> {
  if (reason === '') return invalid({ reason: ['请写明不合并的理由'] });
  await settle(context, proposal, { status: 'refused', stepId: null, reason });
  context.record('merge.refused', proposal.id, { year: proposal.run.year, lines: proposal.lineIds, reason });
  return ok({ year: proposal.run.year });
}

/** The reason that goes with the step: the office's own, or what speaks for the proposal. */
function reasonOf({ why }: Proposal, { reason }: MergeDecision): string {
  return reason || ((why as unknown as ProposalReasons).fits[0] ?? '合并测算建议');
}

type Present = { readonly status: ProposalView['status']; readonly counts: readonly number[] };

/** What became of a proposal's lines: whether they are as the run saw them, and what each asks for now. */
async function readPresent({ tx, scope }: Command<OfficeScope>, { id }: Proposal): Promise<Present> {
  const [row] = await tx.$queryRaw<Present[]>(Prisma.sql`SELECT ${statusSql} AS status,
      ARRAY(SELECT line.count FROM declaration_line line WHERE line.id = ANY (proposal.line_ids)) AS counts
    FROM merge_proposal proposal JOIN merge_run run ON run.id = proposal.run_id LEFT JOIN review_step step ON step.id = proposal.step_id
    WHERE proposal.id = ${id}::uuid AND run.district_code = ${scope.districtCode}`);
  return row ?? { status: 'outdated', counts: [] };
}

async function accept(context: Command<OfficeScope>, proposal: Proposal, decision: MergeDecision): Promise<Outcome<Decided>> {
  const { lineIds, run, form, after } = proposal;
  const lead = decision.lead || proposal.lead;
  if (lead !== proposal.lead && decision.reason === '') return invalid({ reason: ['换牵头单位请写明理由'] });
  const months = decision.months.length > 0 ? decision.months : proposal.months;
  const { status, counts } = await readPresent(context, proposal);
  if (status === 'outdated' || status === 'changed') return stale(outdatedWords[status]);
  // A firm on a list may have closed: the line still counts it, the run does not.
  const count = computeJointCount(after, counts);
  const change = { lead, months, form, count, reason: reasonOf(proposal, decision) };
  const step = await takeStep(context, { year: run.year, action: 'merge', lineIds, change });
  if (!step.ok) return step;
  await settle(context, proposal, { status: 'accepted', stepId: step.value.id, reason: decision.reason });
  context.record('merge.accepted', proposal.id, { year: run.year, step: step.value.id, lead, months });
  return ok({ year: run.year });
}

/** The office accepts a proposal, which becomes a step of the review that can be undone, or refuses it with a reason. */
export async function decideProposal(context: Command<OfficeScope>, decision: MergeDecision): Promise<Outcome<Decided>> {
  // Whoever reviews the same district waits here, so that a proposal is decided on what is true then.
  await lockReview(context.tx, context.scope);
  const proposal = await findProposal(context, decision.proposal);
  if (!proposal) return notFound();
  if (!isOpen(proposal)) return changed();
  return decision.choice === 'refuse' ? refuse(context, proposal, decision) : accept(context, proposal, decision);
}
