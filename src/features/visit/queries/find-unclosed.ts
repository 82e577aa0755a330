import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { SystemScope } from '#platform/scope.ts';

const atOnce = 500;

/** An agency's part that came and never left, with those who were to check out. */
export type UnclosedPart = {
  readonly agency: string;
  readonly agencyName: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly filingNo: string;
  readonly userIds: readonly string[];
};

// As for a check-in that is missing: a phone that was offline has had its time by then.
const unclosedSql = (
  hours: number,
) => Prisma.sql`part.checked_in_at IS NOT NULL AND part.checked_out_at IS NULL AND part.presumed_out_at IS NULL
  AND filing.ends_at <= now() - make_interval(hours => ${hours}::int)`;

/** Filings whose window is long over and where somebody is still inside, by the record. */
export async function findUnclosed(tx: Statements, { districtCode }: SystemScope, hours: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT filing.id FROM filing JOIN filing_agency part ON part.filing_id = filing.id
    WHERE filing.district_code = ${districtCode} AND filing.status = 'checkedIn' AND ${unclosedSql(hours)} ORDER BY filing.id LIMIT ${atOnce}`);
  return rows.map(({ id }) => id);
}

/** Takes the planned end for theirs until they check out; gives the parts. */
export function presumeLeft(
  tx: Statements,
  { districtCode }: SystemScope,
  { filing, hours }: { filing: string; hours: number },
): Promise<UnclosedPart[]> {
  return tx.$queryRaw<UnclosedPart[]>(Prisma.sql`
    UPDATE filing_agency part SET presumed_out_at = ends_at FROM filing JOIN enterprise ON enterprise.id = enterprise_id, agency
    WHERE filing.id = part.filing_id AND agency.code = part.agency_code AND filing.id = ${filing}::uuid AND filing.district_code = ${districtCode}
      AND ${unclosedSql(hours)}
    RETURNING agency.code AS agency, agency.short_name AS "agencyName", enterprise.id AS "enterpriseId", enterprise.name AS enterprise,
      filing_no AS "filingNo", ARRAY(SELECT DISTINCT user_account.id::text FROM filing_inspector named JOIN inspector ON inspector.id = named.inspector_id
        JOIN user_account ON user_account.inspector_id = inspector.id
        WHERE named.filing_id = filing.id AND inspector.agency_code = agency.code AND disabled_at IS NULL) AS "userIds"`);
}
