import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

/** What the holder of a link sees of the visit, and which agencies are still to be rated. */
export type RatingView = {
  readonly district: string;
  readonly office: string;
  readonly enterprise: string;
  readonly endedAt: Date;
  readonly closesAt: Date;
  readonly now: Date;
  readonly isOver: boolean;
  readonly agencies: readonly { readonly code: string; readonly name: string; readonly answered: boolean }[];
};

/** The visit behind a token's hash; null where there is none. */
export async function loadRating(_scope: PublicScope, tokenHash: string): Promise<RatingView | null> {
  const [row] = await db().$queryRaw<RatingView[]>(Prisma.sql`
    SELECT invitation.district_code AS district, office_name AS office, enterprise.name AS enterprise, closes_at AS "closesAt", now() AS now,
      closes_at <= now() OR invitation.status = 'closed' AS "isOver",
      (SELECT max(coalesce(checked_out_at, presumed_out_at)) FROM filing_agency WHERE filing_id = filing.id) AS "endedAt",
      (SELECT json_agg(json_build_object('code', agency.code, 'name', short_name, 'answered', EXISTS (SELECT FROM feedback
          WHERE feedback.filing_id = filing.id AND feedback.agency_code = agency.code)) ORDER BY is_lead DESC, agency.code)
        FROM filing_agency JOIN agency ON agency.code = agency_code WHERE filing_id = filing.id AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL) AS agencies
    FROM feedback_invitation invitation JOIN filing ON filing.id = filing_id JOIN enterprise ON enterprise.id = enterprise_id
    JOIN district ON district.code = invitation.district_code
    WHERE token_hash = ${tokenHash}`);
  return row ?? null;
}
