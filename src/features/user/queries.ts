import 'server-only';
import type { Role } from '#domain/access/permissions.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AdminScope } from '#platform/scope.ts';

export type UserRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  readonly disabledAt: Date | null;
  /** Sessions that are open right now. */
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
  readonly isSelf: boolean;
  /** When this was read. */
  readonly now: Date;
};

/** Everybody who has an account in the district, by agency. */
export async function listUsers({ districtCode, actor }: AdminScope): Promise<UserRow[]> {
  return db().$queryRaw<UserRow[]>(Prisma.sql`
    SELECT account.id, username, account.name, role::text AS role, agency.short_name AS agency, disabled_at AS "disabledAt", now() AS now,
      account.id = ${actor.id}::uuid AS "isSelf",
      (SELECT max(last_seen_at) FROM session WHERE user_id = account.id) AS "lastSeenAt",
      (SELECT count(*)::int FROM session WHERE user_id = account.id AND ended_at IS NULL
        AND last_seen_at > now() - interval '30 minutes' AND created_at > now() - interval '12 hours') AS sessions
    FROM user_account account JOIN agency ON agency.code = agency_code
    WHERE account.district_code = ${districtCode} ORDER BY NOT is_office, agency_code, role, username`);
}
