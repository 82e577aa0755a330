import 'server-only';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { VisitParting } from '../schema.ts';

type Standing = { enterprise: string; outcomes: string[]; agencies: string[]; filed: boolean };

/** The visit's enterprise is locked first, as by everybody who files there; then what stands is read. */
async function gather({ tx, scope }: Command<OfficeScope>, id: string): Promise<Standing | null> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >(Prisma.sql`SELECT enterprise.id FROM joint_visit JOIN enterprise ON enterprise.id = enterprise_id
    WHERE joint_visit.id = ${id}::uuid AND joint_visit.district_code = ${scope.districtCode} FOR NO KEY UPDATE OF enterprise`);
  if (locked.length === 0) return null;
  const [row] = await tx.$queryRaw<
    Standing[]
  >(Prisma.sql`SELECT (SELECT name FROM enterprise WHERE enterprise.id = enterprise_id) AS enterprise,
      ARRAY(SELECT part.id FROM draw_outcome part WHERE joint_visit_id = joint_visit.id) AS outcomes,
      ARRAY(SELECT DISTINCT agency_code FROM draw_outcome part JOIN draw ON draw.id = draw_id WHERE joint_visit_id = joint_visit.id) AS agencies,
      EXISTS (SELECT FROM draw_outcome part JOIN outcome_filing ON outcome_id = part.id
        WHERE joint_visit_id = joint_visit.id AND status NOT IN ${closedSql}) AS filed
    FROM joint_visit WHERE id = ${id}::uuid`);
  return row ?? null;
}

/** Takes a joint visit apart again: each agency files its own. Not once a filing was sent in for it. */
export async function partVisit(context: Command<OfficeScope>, { jointVisit: id, reason }: VisitParting): Promise<Outcome<{ id: string }>> {
  const { tx, scope, now, record } = context;
  const standing = await gather(context, id);
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
