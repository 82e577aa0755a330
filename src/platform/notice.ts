import 'server-only';
import type { Role } from '#domain/access/permissions.ts';
import { rolesAsked } from '#domain/notification/asks.ts';
import { Prisma } from './db.ts';

/** Who is told of an event, in the inbox. */
export type Recipients = {
  readonly userIds?: readonly string[];
  /** Everybody of these roles, and the roles' own inboxes, of which one person handles each message. */
  readonly roles?: readonly Role[];
  /** Only these agencies' people of the roles. */
  readonly agencyCodes?: readonly string[];
  /** The officers who answer for these territories. */
  readonly territoryCodes?: readonly string[];
};
export type Notice = { readonly to: Recipients; readonly text: string; readonly href: string };

/** What a notice is about. */
type About = { readonly districtCode: string | null; readonly event: string; readonly subject: string };

const none = Prisma.sql`FALSE`;

function byRoleSql({ roles, agencyCodes, territoryCodes }: Recipients): Prisma.Sql {
  const wide = territoryCodes ? roles?.filter((role) => role !== 'territoryOfficer') : roles;
  const ofAgencies = agencyCodes ? Prisma.sql`AND agency_code = ANY(${agencyCodes}::text[])` : Prisma.empty;
  const ways = [
    ...(wide && wide.length > 0 ? [Prisma.sql`role::text = ANY(${wide}::text[]) ${ofAgencies}`] : []),
    ...(territoryCodes ? [Prisma.sql`role::text = 'territoryOfficer' AND territory_code = ANY(${territoryCodes}::text[])`] : []),
  ];
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' OR ')})` : none;
}

function addressedSql(districtCode: string | null, to: Recipients): Prisma.Sql {
  const byRole = byRoleSql(to);
  const byName = to.userIds ? Prisma.sql`id = ANY(${to.userIds}::uuid[])` : none;
  return Prisma.sql`SELECT id, role, agency_code, territory_code, ${byRole} AS by_role FROM user_account
    WHERE district_code = ${districtCode} AND disabled_at IS NULL AND (${byName} OR ${byRole})`;
}

/** The personal row, as far as the person wants to hear of this family of events; who wants it by mail alone finds nothing unread. */
function personalSql(addressed: Prisma.Sql, { event, subject }: About, { text, href }: Notice): Prisma.Sql {
  return Prisma.sql`INSERT INTO notification (id, user_id, event, subject_id, text, href, read_at)
    SELECT gen_random_uuid(), id, ${event}, ${subject}::uuid, ${text}, ${href}, CASE WHEN in_app IS FALSE THEN now() END
    FROM ${addressed} LEFT JOIN notification_preference ON user_id = id AND family = ${event.split('.')[0]}
    WHERE in_app IS NOT FALSE OR mail`;
}

/** The posts' own rows: of those that the event asks for an act, for what only tells would hide what has to be done. */
function roleSql(addressed: Prisma.Sql, { districtCode, event, subject }: About, { text, href }: Notice): Prisma.Sql {
  return Prisma.sql`INSERT INTO role_message (id, district_code, agency_code, territory_code, role, event, subject_id, text, href)
    SELECT gen_random_uuid(), ${districtCode}, agency_code, territory_code, role, ${event}, ${subject}::uuid, ${text}, ${href}
    FROM (SELECT DISTINCT role, agency_code, territory_code FROM ${addressed} WHERE by_role AND role::text = ANY(${[...rolesAsked(event)]}::text[])) posts`;
}

/** The parts of a statement (`WITH …`) that put a notice into the inboxes of the people and, where it names roles, of the roles. */
export function noticeParts(about: About, notice: Notice, index: number): Prisma.Sql[] {
  const named = (name: string) => Prisma.raw(`${name}_${index}`);
  const addressed = named('addressed');
  const parts = [
    Prisma.sql`${addressed} AS (${addressedSql(about.districtCode, notice.to)})`,
    Prisma.sql`${named('told')} AS (${personalSql(addressed, about, notice)})`,
  ];
  const toRoles = notice.to.roles || notice.to.territoryCodes;
  return toRoles ? [...parts, Prisma.sql`${named('posted')} AS (${roleSql(addressed, about, notice)})`] : parts;
}
