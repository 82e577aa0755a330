import 'server-only';
import type { PolicyValues } from '#domain/law/policy.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { SystemScope } from '#platform/scope.ts';

const atOnce = 500;

/** The district's policy for visits. */
export async function loadVisitPolicy({ districtCode }: SystemScope): Promise<PolicyValues['visit']> {
  return (await loadClock(districtCode)).valueOf('visit');
}

// A phone that was offline gets as long as a filing that nobody used: only then is a missing check-in an absence.
const missedSql = (
  hours: number,
) => Prisma.sql`filing.status IN ('checkedIn', 'left') AND ends_at <= now() - make_interval(hours => ${hours}::int)
  AND part.checked_in_at IS NULL AND part.absent_at IS NULL`;

/** Filings whose window is over and where somebody came, but not every agency. */
export async function findAbsent(tx: Statements, { districtCode }: SystemScope, hours: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT filing.id FROM filing JOIN filing_agency part ON part.filing_id = filing.id
    WHERE filing.district_code = ${districtCode} AND ${missedSql(hours)} ORDER BY filing.id LIMIT ${atOnce}`);
  return rows.map(({ id }) => id);
}

/** Marks the parts that never came; gives their agencies. */
export async function markAbsent(
  tx: Statements,
  { districtCode }: SystemScope,
  { filing, hours }: { filing: string; hours: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>(Prisma.sql`
    UPDATE filing_agency part SET absent_at = now() FROM filing
    WHERE filing.id = part.filing_id AND filing.id = ${filing}::uuid AND filing.district_code = ${districtCode} AND ${missedSql(hours)}
    RETURNING part.agency_code AS code`);
  return rows.map(({ code }) => code).sort();
}

// Never while the rating is open: who is put away before that would be known to have answered.
const restedSql = (days: number) => Prisma.sql`filing.status IN ('rated', 'unrated')
  AND NOT EXISTS (SELECT FROM feedback_invitation WHERE filing_id = filing.id AND closes_at > now())
  AND (SELECT max(coalesce(checked_out_at, presumed_out_at)) FROM filing_agency WHERE filing_id = filing.id) <= now() - make_interval(days => ${days}::int)`;

/** Visits that are rated or will not be, and were left so many days ago. */
export async function findRated(tx: Statements, { districtCode }: SystemScope, days: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM filing WHERE district_code = ${districtCode} AND ${restedSql(days)} ORDER BY ends_at, id LIMIT ${atOnce}`);
  return rows.map(({ id }) => id);
}

/** Puts one of them away; false where it is none any more. */
export async function archiveRated(
  tx: Statements,
  { districtCode }: SystemScope,
  { filing, days }: { filing: string; days: number },
): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    UPDATE filing SET status = 'archived' WHERE id = ${filing}::uuid AND district_code = ${districtCode} AND ${restedSql(days)}`);
  return count > 0;
}
