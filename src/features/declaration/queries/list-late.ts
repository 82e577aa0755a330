import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

export type LateAgency = { readonly code: string; readonly shortName: string };

/** The inspecting agencies of a district whose head has not sent any declaration of the year's routine checks to the office. */
export function listLate(access: Statements, districtCode: string, year: number): Promise<LateAgency[]> {
  return access.$queryRaw<LateAgency[]>(Prisma.sql`
    SELECT code, short_name AS "shortName" FROM agency WHERE district_code = ${districtCode} AND kind IS NOT NULL
      AND NOT EXISTS (SELECT FROM declaration WHERE agency_code = agency.code AND year = ${year} AND kind = 'annual' AND approved_at IS NOT NULL)
    ORDER BY code`);
}
