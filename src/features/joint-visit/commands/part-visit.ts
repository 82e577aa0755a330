import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { gatherJointVisit } from '../queries/gather-joint-visit.ts';
import type { VisitParting } from '../schema.ts';

/** Takes a joint visit apart again: each agency files its own. Not once a filing was sent in for it. */
export async function partVisit(context: Command<OfficeScope>, { jointVisit: id, reason }: VisitParting): Promise<Outcome<{ id: string }>> {
  const { tx, scope, now, record } = context;
  const standing = await gatherJointVisit(tx, scope, id);
  if (!standing) return notFound();
  if (standing.filed) return stale('这次联合检查已经送批或备案。先由牵头单位撤回，再拆开。');
  const ended = { endedAt: now, endedById: scope.actor.id, endedReason: reason };
  const { count } = await tx.jointVisit.updateMany({ where: { id, districtCode: scope.districtCode, endedAt: null }, data: ended });
  if (count === 0) return stale('这次联合检查已经拆开，请刷新后查看。');
  await tx.drawOutcome.updateMany({ where: { jointVisitId: id }, data: { jointVisitId: null } });
  const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: standing.agencies };
  const notice: Notice = { to, text: `${standing.enterprise}：联合检查已拆开，各单位分别备案。理由：${reason}`, href: '/filings/drawn' };
  record('jointVisit.parted', id, { reason, outcomes: standing.outcomes, notices: [notice] });
  return ok({ id });
}
