import 'server-only';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import type { RuleId, Verdict } from '#domain/law/verdict.ts';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { forbiddenRules } from '#features/filing/commands/store-refusal.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale, unlawful } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type Act, loadAct, loadStanding } from '../queries/load-standing.ts';
import type { AmendmentDecision } from '../schema.ts';
import { faultOfStatus } from './fault-of-status.ts';
import { movedOn, registerAmendment } from './register-amendment.ts';
import type { Revised } from './revised-sql.ts';
import { heldRules, judgeRevision } from './settle-amendment.ts';

type Context = Command<OfficeScope>;

/** Keeps the fresh verdict and asks the office to look again: consent to the one ground is none to the other. */
async function reconsider({ tx, record }: Context, act: Act, { verdict, added }: { verdict: Verdict; added: readonly RuleId[] }) {
  await tx.filingAmendment.updateMany({ where: { id: act.id, status: 'held' }, data: { verdict: JSON.parse(JSON.stringify(verdict)) } });
  record('amendment.rejudged', act.filing, { amendment: act.id, added });
  return stale(`情况有变化，${added.map(titleOfRule).join('、')}也须处理。判定已更新，请看过再办。`);
}

/** Judges a held change once more, as of now. */
async function judgeHeld({ tx, scope }: Context, act: Act): Promise<Outcome<Revised>> {
  const standing = await loadStanding(tx, scope.districtCode, act.filing);
  if (!standing) return notFound();
  const fault = faultOfStatus(standing);
  if (fault) return stale(fault);
  const approval = act.approvedAt && { by: act.approver ?? '', at: act.approvedAt, isFiler: false, isDeclared: act.channel === 'api' };
  return judgeRevision(tx, standing, { ...act.request, approval });
}

async function agree(context: Context, act: Act, remark: string): Promise<Outcome<{ id: string }>> {
  const { scope, record } = context;
  const revised = await judgeHeld(context, act);
  if (!revised.ok) return revised;
  const { verdict } = revised.value.judged.own;
  if (verdict.kind === 'forbidden') {
    record('amendment.decisionRefused', act.filing, { amendment: act.id, rules: forbiddenRules(verdict) });
    return unlawful(verdict);
  }
  const known = heldRules(act.verdict as Verdict | null);
  const added = heldRules(verdict).filter((rule) => !known.includes(rule));
  if (added.length > 0) return reconsider(context, act, { verdict, added });
  const decision = { byId: scope.actor.id, remark };
  return registerAmendment(context, revised.value, { id: act.id, reason: act.reason, from: 'held', authorId: act.proposedById, decision });
}

async function sendBack({ tx, scope, record }: Context, act: Act, reason: string): Promise<Outcome<{ id: string }>> {
  const data = { status: 'returned', remark: reason, decidedById: scope.actor.id } as const;
  const { count } = await tx.filingAmendment.updateMany({ where: { id: act.id, status: 'held' }, data });
  if (count === 0) return stale(movedOn);
  const to = act.proposedById ? { userIds: [act.proposedById] } : { roles: ['agencyHead' as const], agencyCodes: [act.agency] };
  const notice = { to, text: `备案变更：办公室退回，${reason}`, href: `/filings/${act.filing}/amendments` };
  record('amendment.returned', act.filing, { amendment: act.id, reason, notices: [notice] });
  return ok({ id: act.id });
}

/** The office's opinion on a change that was held: registered, or returned; always with a reason. */
export async function decideAmendment(context: Context, input: AmendmentDecision): Promise<Outcome<{ id: string }>> {
  const { tx, scope } = context;
  const place = { districtCode: scope.districtCode };
  const found = await loadAct(tx, place, input.amendment);
  if (!found) return notFound();
  await lockVisited(tx, scope, found.filing);
  const act = await loadAct(tx, place, input.amendment);
  if (act?.status !== 'held') return stale(movedOn);
  return input.decision === 'returned' ? sendBack(context, act, input.reason) : agree(context, act, input.reason);
}
