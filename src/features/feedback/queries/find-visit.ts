import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

export type InvitationStatus = 'due' | 'invited' | 'answered' | 'closed';

/** A visit that can be rated: who came, when the last of them left, whom to ask. */
export type RatedVisit = {
  readonly filing: string;
  readonly districtCode: string;
  /** When the last agency left. */
  readonly endedAt: Date;
  readonly agencies: readonly string[];
  readonly enterprise: string;
  readonly phone: string;
  readonly mail: string;
  readonly office: string;
  readonly status: InvitationStatus | null;
  readonly reminders: number;
  readonly closesAt: Date | null;
};

/** The visit with its invitation, of one district; null where nobody has left yet. Locks the invitation. */
export async function findVisit(access: Statements, districtCode: string, filing: string): Promise<RatedVisit | null> {
  const [row] = await access.$queryRaw<RatedVisit[]>(Prisma.sql`
    SELECT filing.id AS filing, filing.district_code AS "districtCode", parts.ended AS "endedAt", parts.names AS agencies,
      enterprise.name AS enterprise, contact_phone AS phone, contact_mail AS mail, office_name || ' ' || office_phone AS office,
      invitation.status::text AS status, coalesce(invitation.reminders, 0) AS reminders, invitation.closes_at AS "closesAt"
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN district ON district.code = filing.district_code
    JOIN LATERAL (SELECT max(coalesce(checked_out_at, presumed_out_at)) AS ended, array_agg(short_name ORDER BY is_lead DESC, code) AS names
      FROM filing_agency JOIN agency ON agency.code = agency_code WHERE filing_id = filing.id AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL) parts ON parts.ended IS NOT NULL
    LEFT JOIN feedback_invitation invitation ON invitation.filing_id = filing.id
    WHERE filing.id = ${filing}::uuid AND filing.district_code = ${districtCode} FOR UPDATE OF filing`);
  return row ?? null;
}

/** Visits that the clock may have something to say about: to be made, closed, invited, or, once an hour, reminded; the oldest first. */
export function findDue(access: Statements): Promise<{ filing: string; districtCode: string }[]> {
  return access.$queryRaw(Prisma.sql`
    SELECT id AS filing, district_code AS "districtCode" FROM filing
    WHERE EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL)
      AND (status IN ('left', 'findingRecorded') OR status = 'checkedIn' AND ends_at < now() - interval '1 day')
      AND NOT EXISTS (SELECT FROM feedback_invitation WHERE filing_id = filing.id)
    UNION ALL
    SELECT filing_id, district_code FROM feedback_invitation
    WHERE status = 'due' AND due_at <= now() OR status = 'invited' AND closes_at <= now()
      OR status = 'invited' AND extract(minute FROM now()) < 5
    ORDER BY 1 LIMIT 5000`);
}
