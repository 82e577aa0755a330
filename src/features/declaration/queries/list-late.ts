import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

export type LateAgency = { readonly code: string; readonly shortName: string };

/**
 * The one rule of who declares a year and whether they have: agencies that inspect, once their head has sent any declaration of that
 * year's routine checks to the office. The statement's `agency` is the row; the year is a column or a value.
 */
export function declaresSql(year: Prisma.Sql): { readonly hasDeclared: Prisma.Sql; readonly isLate: Prisma.Sql } {
  const sent = Prisma.sql`EXISTS (SELECT FROM declaration WHERE declaration.agency_code = agency.code AND declaration.year = ${year}
    AND declaration.kind = 'annual' AND declaration.approved_at IS NOT NULL)`;
  return {
    hasDeclared: Prisma.sql`(agency.kind IS NOT NULL AND ${sent})`,
    isLate: Prisma.sql`(agency.kind IS NOT NULL AND NOT ${sent})`,
  };
}

/** The agencies of a district that have not declared a year. */
export function listLate(access: Statements, districtCode: string, year: number): Promise<LateAgency[]> {
  return access.$queryRaw<LateAgency[]>(Prisma.sql`
    SELECT code, short_name AS "shortName" FROM agency WHERE district_code = ${districtCode} AND ${declaresSql(Prisma.sql`${year}`).isLate}
    ORDER BY code`);
}
