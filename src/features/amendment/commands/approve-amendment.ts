import 'server-only';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Command } from '#platform/command.ts';
import { notFound, notPermitted, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type Act, loadAct, loadStanding } from '../queries/load-standing.ts';
import { faultOfStatus } from './fault-of-status.ts';
import { movedOn } from './register-amendment.ts';
import { type Settled, settleAmendment } from './settle-amendment.ts';

/** The agency's own amendment, read under the lock of the enterprise that is visited. */
async function lockAct({ tx, scope }: Command<AgencyScope>, id: string): Promise<Act | null> {
  const place = { districtCode: scope.districtCode, agency: scope.agencyCode };
  const found = await loadAct(tx, place, id);
  if (!found) return null;
  await lockVisited(tx, scope, found.filing);
  return loadAct(tx, place, id);
}

async function credentialOf({ tx, scope }: Command<AgencyScope>): Promise<string> {
  const { inspectorId } = filerOf(scope);
  const inspector = inspectorId ? await tx.inspector.findUnique({ where: { id: inspectorId }, select: { credentialNo: true } }) : null;
  return inspector?.credentialNo ?? '';
}

/** The agency's responsible leader approves; nobody approves what they proposed. The machine judges anew and registers, holds or refuses. */
export async function approveAmendment(context: Command<AgencyScope>, { amendment: id }: { amendment: string }): Promise<Outcome<Settled>> {
  const { tx, scope, now } = context;
  const act = await lockAct(context, id);
  if (!act) return notFound();
  if (act.status !== 'proposed') return stale(movedOn);
  if (act.proposedById === filerOf(scope).id) return notPermitted();
  const standing = await loadStanding(tx, scope.districtCode, act.filing);
  const fault = standing ? faultOfStatus(standing) : movedOn;
  if (!standing || fault) return stale(fault ?? movedOn);
  const approval = { by: await credentialOf(context), at: now, isFiler: false, isDeclared: false };
  const settling = { id, reason: act.reason, from: 'proposed', authorId: act.proposedById } as const;
  return settleAmendment(context, { standing, request: { ...act.request, approval }, channel: 'form' }, settling);
}

/** The head sends a change back to whoever proposed it, with the reason. */
export async function returnAmendment(
  context: Command<AgencyScope>,
  input: { amendment: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  const { tx, scope, record } = context;
  const act = await lockAct(context, input.amendment);
  if (!act) return notFound();
  const { count } = await tx.filingAmendment.updateMany({
    where: { id: act.id, agencyCode: scope.agencyCode, status: 'proposed' },
    data: { status: 'returned', remark: input.reason },
  });
  if (count === 0) return stale(movedOn);
  const to = { userIds: act.proposedById ? [act.proposedById] : [] };
  const notice = { to, text: `备案变更：负责人退回，${input.reason}`, href: `/filings/${act.filing}/amendments` };
  record('amendment.returned', act.filing, { amendment: act.id, reason: input.reason, notices: [notice] });
  return ok({ id: act.id });
}

/** Whoever asked takes it back, as long as nothing was registered. */
export async function withdrawAmendment(
  context: Command<AgencyScope>,
  { amendment }: { amendment: string },
): Promise<Outcome<{ id: string }>> {
  const { tx, scope, record } = context;
  const act = await lockAct(context, amendment);
  if (!act) return notFound();
  const { count } = await tx.filingAmendment.updateMany({
    where: { id: act.id, agencyCode: scope.agencyCode, status: { in: ['proposed', 'held'] } },
    data: { status: 'withdrawn' },
  });
  if (count === 0) return stale(movedOn);
  record('amendment.withdrawn', act.filing, { amendment: act.id });
  return ok({ id: act.id });
}
