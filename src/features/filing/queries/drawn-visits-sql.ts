import 'server-only';
import { Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { closedSql } from './status-sets.ts';

/**
 * Outcomes that this agency has yet to file: of entries in force that it leads, within their period and with places left, of published
 * draws, on which nobody has sent a filing in. As `outcome`, with `entry`, `plan` and `enterprise`.
 */
export const drawnVisitsSql = ({ districtCode, agencyCode }: Pick<AgencyScope, 'districtCode' | 'agencyCode'>) => Prisma.sql`
  plan JOIN plan_entry entry ON entry.plan_id = plan.id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND party.is_lead
  JOIN drawn_target outcome ON outcome.plan_entry_id = entry.root_id JOIN draw ON draw.id = outcome.draw_id
  JOIN enterprise ON enterprise.id = outcome.enterprise_id AND enterprise.status = 'active' AND merged_into_id IS NULL
    AND plan.district_code = ${districtCode} AND plan.status <> 'draft' AND entry.until_plan_id IS NULL AND party.agency_code = ${agencyCode}
    AND entry.used < entry.quota AND entry.to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    AND NOT EXISTS (SELECT FROM outcome_filing served WHERE served.outcome_id = outcome.id AND served.status NOT IN ${closedSql})`;

/** Outcomes of the same joint visit, the outcome itself where there is none, each with its entry in force; as `part` and `due`. */
export const partsSql = Prisma.sql`
  drawn_target part JOIN plan_entry due ON due.root_id = part.plan_entry_id AND due.until_plan_id IS NULL
  JOIN plan due_plan ON due_plan.id = due.plan_id AND due_plan.status <> 'draft'
  WHERE (part.id = outcome.id OR part.joint_visit_id = outcome.joint_visit_id)`;

/** Inspectors drawn for those outcomes; of a registered result the two who go, without its reserves. */
export const officersSql = Prisma.sql`
  draw_assignment assignment JOIN inspector ON inspector.id = inspector_id JOIN drawn_target part ON part.id = assignment.outcome_id
  JOIN draw part_draw ON part_draw.id = part.draw_id
  WHERE (part.id = outcome.id OR part.joint_visit_id = outcome.joint_visit_id) AND (part_draw.format <> '' OR assignment.position <= 2)`;
