import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

/** An invitation behind a link, with the agencies that came and what was answered about each; locked until the end of the transaction. */
export type OpenInvitation = {
  readonly filing: string;
  readonly districtCode: string;
  readonly status: 'due' | 'invited' | 'answered' | 'closed';
  readonly isOver: boolean;
  readonly agencies: readonly { readonly code: string; readonly answered: boolean }[];
  /** Agencies that may still come or leave, and be rated then. */
  readonly awaited: number;
};

/** Finds an invitation by the hash of its token; null where there is none. The filing is locked first, as everywhere. */
export async function lockInvitation(access: Statements, tokenHash: string): Promise<OpenInvitation | null> {
  const [found] = await access.$queryRaw<{ filing: string }[]>(Prisma.sql`
    SELECT filing.id AS filing FROM filing JOIN feedback_invitation invitation ON filing_id = filing.id
    WHERE token_hash = ${tokenHash} FOR UPDATE OF filing`);
  if (!found) return null;
  const [row] = await access.$queryRaw<OpenInvitation[]>(Prisma.sql`
    SELECT filing_id AS filing, district_code AS "districtCode", status::text AS status, closes_at <= now() AS "isOver",
      (SELECT json_agg(json_build_object('code', agency_code, 'answered', EXISTS (SELECT FROM feedback
          WHERE feedback.filing_id = part.filing_id AND feedback.agency_code = part.agency_code)) ORDER BY is_lead DESC, agency_code)
        FROM filing_agency part WHERE part.filing_id = invitation.filing_id AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL) AS agencies,
      (SELECT count(*)::int FROM filing_agency part WHERE part.filing_id = invitation.filing_id AND absent_at IS NULL
        AND coalesce(checked_out_at, presumed_out_at) IS NULL) AS awaited
    FROM feedback_invitation invitation WHERE filing_id = ${found.filing}::uuid FOR UPDATE`);
  return row ?? null;
}
