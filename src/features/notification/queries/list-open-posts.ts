import 'server-only';
import { type Role, roles } from '#domain/access/permissions.ts';
import { escalatesAt, escalatingRoles, roleAbove } from '#domain/notification/escalation.ts';
import { liveSql } from '#features/filing/queries/status-sets.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import { Prisma, type Statements } from '#platform/db.ts';

/** A role's message that nobody has taken, and what the clock says about it. */
export type DatedPost = { readonly id: string; readonly at: Date };
export type LatePost = {
  readonly id: string;
  readonly role: Role;
  readonly agencyCode: string | null;
  readonly text: string;
  readonly href: string;
};

const aboveSql = Prisma.sql`CASE post.role::text ${Prisma.join(
  roles.flatMap((role) => (roleAbove(role) ? [Prisma.sql`WHEN ${role} THEN ${roleAbove(role)}`] : [])),
  ' ',
)} END`;

/** Whether the role above was told of the same at the same time: then nothing has to go up. */
const toldAboveSql = Prisma.sql`EXISTS (SELECT FROM role_message other WHERE other.district_code = post.district_code AND other.event = post.event
  AND other.subject_id = post.subject_id AND other.text = post.text AND other.role::text = ${aboveSql}
  AND (other.agency_code IS NOT DISTINCT FROM post.agency_code OR post.role::text = 'territoryOfficer'))`;

/** A filing about which the territory has nothing left to acknowledge: nobody comes any more, or they have been there. */
export const pastSql = Prisma.sql`(filing.status NOT IN ${liveSql} OR filing.ends_at < now())`;

/** When each message goes up that the clock was not asked about yet. */
export async function datePosts(access: Statements, districtCode: string): Promise<DatedPost[]> {
  const rows = await access.$queryRaw<{ id: string; createdAt: Date }[]>(Prisma.sql`
    SELECT post.id, post.created_at AS "createdAt" FROM role_message post WHERE post.district_code = ${districtCode} AND taken_at IS NULL
      AND escalated_at IS NULL AND escalates_at IS NULL AND post.role::text = ANY(${[...escalatingRoles]}::text[])
      AND post.event <> 'message.escalated' AND NOT ${toldAboveSql} ORDER BY post.created_at LIMIT 500`);
  if (rows.length === 0) return [];
  const clock = await loadClock(districtCode, access);
  const { message } = clock.valueOf('followUpWorkingDays');
  return rows.map(({ id, createdAt }) => ({ id, at: escalatesAt(clock.calendar, createdAt, message) }));
}
