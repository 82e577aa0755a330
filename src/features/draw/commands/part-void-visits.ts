import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { LockedDraw } from './lock-draw.ts';

/** A joint visit that outcomes of the draw belong to; `standing` = the leads of those that still stand. */
type Tied = { readonly id: string; readonly enterprise: string; readonly lead: string; readonly standing: readonly string[] };

function findTied(tx: Tx, draw: string): Promise<Tied[]> {
  return tx.$queryRaw<Tied[]>(Prisma.sql`SELECT visit.id, firm.name AS enterprise, lead_agency_code AS lead,
      ARRAY(SELECT lead.agency_code::text FROM draw_outcome outcome JOIN draw ON draw.id = draw_id
        JOIN plan_entry_agency lead ON lead.plan_entry_id = outcome.plan_entry_id AND is_lead
        WHERE joint_visit_id = visit.id AND replaced_at IS NULL AND draw.status = 'published') AS standing
    FROM joint_visit visit JOIN enterprise firm ON firm.id = visit.enterprise_id
    WHERE ended_at IS NULL AND visit.id IN (SELECT joint_visit_id FROM draw_outcome WHERE draw_id = ${draw}::uuid) ORDER BY visit.id`);
}

/** Unties the outcomes of a draw that is void now; a joint visit that loses its lead or all but one of its parts is over. */
export async function partVoidVisits({ tx, scope, now, record }: Command<OfficeScope>, draw: LockedDraw): Promise<void> {
  const tied = await findTied(tx, draw.id);
  if (tied.length === 0) return;
  const over = tied.filter(({ lead, standing }) => standing.length < 2 || !standing.includes(lead));
  const ids = over.map(({ id }) => id);
  const reason = `${draw.no}已作废`;
  await tx.drawOutcome.updateMany({
    where: { jointVisitId: { not: null }, OR: [{ drawId: draw.id }, { jointVisitId: { in: ids } }] },
    data: { jointVisitId: null },
  });
  const ended = { endedAt: now, endedById: scope.actor.id, endedReason: reason };
  await tx.jointVisit.updateMany({ where: { id: { in: ids }, districtCode: scope.districtCode, endedAt: null }, data: ended });
  for (const { id, enterprise, standing } of over) {
    const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: standing };
    const notice: Notice = { to, text: `${enterprise}：联合检查已拆开，请单独备案。理由：${reason}`, href: '/filings/drawn' };
    record('jointVisit.parted', id, { reason, standing, notices: standing.length > 0 ? [notice] : [] });
  }
}
