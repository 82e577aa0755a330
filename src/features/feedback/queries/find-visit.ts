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
  /** Agencies that left and have no rating yet, and those that may still come or leave. */
  readonly unrated: number;
  readonly awaited: number;
};

// An agency that came and never checked out ends by its planned end.
const isEnded = Prisma.sql`coalesce(checked_out_at, presumed_out_at) IS NOT NULL`;
const unratedSql = Prisma.sql`absent_at IS NULL AND NOT EXISTS (SELECT FROM feedback
  WHERE feedback.filing_id = part.filing_id AND feedback.agency_code = part.agency_code)`;

/** The visit with its invitation, of one district; null where nobody has left yet. Locks the invitation. */
export async function findVisit(access: Statements, districtCode: string, filing: string): Promise<RatedVisit | null> {
  const [row] = await access.$queryRaw<RatedVisit[]>(Prisma.sql`
    SELECT filing.id AS filing, filing.district_code AS "districtCode", parts.ended AS "endedAt", parts.names AS agencies,
      enterprise.name AS enterprise, contact_phone AS phone, contact_mail AS mail, office_name || ' ' || office_phone AS office,
      invitation.status::text AS status, coalesce(invitation.reminders, 0) AS reminders, invitation.closes_at AS "closesAt", parts.unrated, parts.awaited
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN district ON district.code = filing.district_code
    JOIN LATERAL (SELECT max(coalesce(checked_out_at, presumed_out_at)) AS ended,
        array_agg(short_name ORDER BY is_lead DESC, code) FILTER (WHERE ${isEnded}) AS names,
        (count(*) FILTER (WHERE ${isEnded} AND ${unratedSql}))::int AS unrated,
        (count(*) FILTER (WHERE absent_at IS NULL AND NOT ${isEnded}))::int AS awaited
      FROM filing_agency part JOIN agency ON agency.code = agency_code WHERE part.filing_id = filing.id) parts ON parts.ended IS NOT NULL
    LEFT JOIN feedback_invitation invitation ON invitation.filing_id = filing.id
    WHERE filing.id = ${filing}::uuid AND filing.district_code = ${districtCode} FOR UPDATE OF filing`);
  return row ?? null;
}

const someUnrated = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM filing_agency part
  WHERE part.filing_id = invitation.filing_id AND ${unratedSql} AND ${condition})`;

/** Visits that the clock has something to say about: to be made, invited, closed, ended or opened again; what closes first goes first. */
export function findDue(access: Statements): Promise<{ filing: string; districtCode: string }[]> {
  return access.$queryRaw(Prisma.sql`SELECT filing, "districtCode" FROM (
    SELECT id AS filing, district_code AS "districtCode", NULL::timestamptz AS closes FROM filing
    WHERE EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND ${isEnded})
      AND (status IN ('left', 'findingRecorded') OR status = 'checkedIn' AND ends_at < now() - interval '1 day')
      AND NOT EXISTS (SELECT FROM feedback_invitation WHERE filing_id = filing.id)
    UNION ALL
    SELECT filing_id, district_code, closes_at FROM feedback_invitation invitation
    WHERE status = 'due' AND due_at <= now() OR status = 'invited' AND closes_at <= now()
      OR status = 'invited' AND NOT ${someUnrated(Prisma.sql`TRUE`)}
      OR status = 'answered' AND closes_at > now() AND ${someUnrated(isEnded)}
    ) due ORDER BY closes NULLS FIRST, filing LIMIT 5000`);
}

/** Open invitations of one district whose next reminder is due, by the days of its policy; what closes first goes first. */
export function findReminders(
  access: Statements,
  { districtCode, reminderDays }: { readonly districtCode: string; readonly reminderDays: readonly number[] },
): Promise<{ filing: string; districtCode: string }[]> {
  return access.$queryRaw(Prisma.sql`SELECT filing_id AS filing, district_code AS "districtCode" FROM feedback_invitation invitation
    WHERE district_code = ${districtCode} AND status = 'invited' AND closes_at > now() AND reminders < (
      SELECT count(*) FROM unnest(${[...reminderDays]}::int[]) AS days, (SELECT max(coalesce(checked_out_at, presumed_out_at)) AS at FROM filing_agency
        WHERE filing_agency.filing_id = invitation.filing_id) ended
      WHERE (date_trunc('day', ended.at AT TIME ZONE 'Asia/Shanghai') + make_interval(days => days, hours => 9)) AT TIME ZONE 'Asia/Shanghai' <= now())
    ORDER BY closes_at, filing_id LIMIT 1000`);
}
