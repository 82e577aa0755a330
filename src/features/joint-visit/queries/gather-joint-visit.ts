import 'server-only';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';

export type StandingVisit = { enterprise: string; outcomes: string[]; agencies: string[]; filed: boolean };

/** The visit's enterprise is locked first, as by everybody who files there; then what stands is read. */
export async function gatherJointVisit(tx: Tx, scope: OfficeScope, id: string): Promise<StandingVisit | null> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >(Prisma.sql`SELECT enterprise.id FROM joint_visit JOIN enterprise ON enterprise.id = enterprise_id
    WHERE joint_visit.id = ${id}::uuid AND joint_visit.district_code = ${scope.districtCode} FOR NO KEY UPDATE OF enterprise`);
  if (locked.length === 0) return null;
  const [row] = await tx.$queryRaw<
    StandingVisit[]
  >(Prisma.sql`SELECT (SELECT name FROM enterprise WHERE enterprise.id = enterprise_id) AS enterprise,
      ARRAY(SELECT part.id FROM draw_outcome part WHERE joint_visit_id = joint_visit.id) AS outcomes,
      ARRAY(SELECT DISTINCT agency_code FROM draw_outcome part JOIN draw ON draw.id = draw_id WHERE joint_visit_id = joint_visit.id) AS agencies,
      EXISTS (SELECT FROM draw_outcome part JOIN outcome_filing ON outcome_id = part.id
        WHERE joint_visit_id = joint_visit.id AND status NOT IN ${closedSql}) AS filed
    FROM joint_visit WHERE id = ${id}::uuid`);
  return row ?? null;
}
