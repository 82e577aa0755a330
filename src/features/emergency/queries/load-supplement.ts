import 'server-only';
import type { Verdict } from '#domain/law/verdict.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { readRequest } from '../schema.ts';

export type MatterChoice = { readonly code: string; readonly name: string; readonly basis: string };
export type SupplementDesk = {
  readonly request: ReturnType<typeof readRequest>;
  readonly matters: readonly MatterChoice[];
  readonly verdict: Verdict | null;
};

/** The matters of the agency that cover the enterprise on the day, and those named already. */
const mattersSql = (scope: AgencyScope, id: string) => Prisma.sql`SELECT DISTINCT ON (matter.code) matter.code, matter.name,
    '《' || basis_instrument || '》' || basis_article AS basis
  FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = lead_agency_code
  JOIN matter ON matter.district_code = filing.district_code AND matter.agency_kind = agency.kind
    AND daterange(published_from, published_to) @> start_day AND (industries = '{}' OR enterprise.industry = ANY (industries))
  WHERE filing.id = ${id}::uuid AND lead_agency_code = ${scope.agencyCode} ORDER BY matter.code LIMIT 300`;

/** What the supplement offers to choose from, and what was said so far; the caller has seen that it is the agency's own. */
export async function loadSupplement(scope: AgencyScope, id: string): Promise<SupplementDesk | null> {
  const where = { id, districtCode: scope.districtCode, leadAgencyCode: scope.agencyCode, emergency: true };
  const filing = await db().filing.findFirst({ where, select: { request: true, verdict: true } });
  if (!filing) return null;
  const matters = await db().$queryRaw<MatterChoice[]>(mattersSql(scope, id));
  return { request: readRequest(filing.request), matters, verdict: filing.verdict as unknown as Verdict | null };
}
