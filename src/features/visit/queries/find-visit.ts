import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { VisitScope } from './gather-step.ts';

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The id of a filing in which the scope's agency takes part, by its number or id as an address carries it; null for any other. */
export async function findVisit(tx: Statements, scope: VisitScope, name: string): Promise<string | null> {
  const text = decoded(name);
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >(Prisma.sql`SELECT filing.id FROM filing JOIN filing_agency part ON part.filing_id = filing.id
    WHERE (filing_no = ${text} OR filing.id::text = ${text.toLowerCase()}) AND filing.district_code = ${scope.districtCode} AND part.agency_code = ${scope.agencyCode}`);
  return row?.id ?? null;
}
