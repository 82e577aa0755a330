import 'server-only';
import type { Role } from '#domain/access/permissions.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AdminScope, PublicScope } from '#platform/scope.ts';

export type DistrictOption = {
  readonly code: string;
  readonly name: string;
  readonly officeName: string;
  readonly officePhone: string;
  readonly officeHours: string;
};

/** The districts one can sign in to, with their offices' telephones: public. */
export async function listDistricts(_scope: PublicScope): Promise<DistrictOption[]> {
  return db().district.findMany({
    orderBy: { code: 'asc' },
    select: { code: true, name: true, officeName: true, officePhone: true, officeHours: true },
  });
}

export type SessionRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly agency: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isOwn: boolean;
  /** When this was read. */
  readonly now: Date;
};

/** The sessions of the district that are open right now, latest use first. */
export async function listSessions({ districtCode, actor }: AdminScope): Promise<SessionRow[]> {
  return db().$queryRaw<SessionRow[]>(Prisma.sql`
    SELECT session.id, account.name, username, role::text AS role, agency.short_name AS agency, session.created_at AS "createdAt",
      last_seen_at AS "lastSeenAt", session.id = ${actor.sessionId}::uuid AS "isOwn", now() AS now
    FROM session JOIN user_account account ON account.id = user_id JOIN agency ON agency.code = agency_code
    WHERE account.district_code = ${districtCode} AND ended_at IS NULL AND disabled_at IS NULL
      AND last_seen_at > now() - interval '30 minutes' AND session.created_at > now() - interval '12 hours'
    ORDER BY last_seen_at DESC LIMIT 500`);
}
