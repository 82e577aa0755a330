import 'server-only';
import type { LineFacts } from '#domain/plan/step-rules.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { sentSql } from './load-joints.ts';

/** One district's year: where review steps are numbered. */
export type ReviewPlace = { readonly districtCode: string; readonly year: number };

/** A line with what a step on it needs to know and to say. */
export type ReviewedLine = LineFacts & { readonly declarationId: string; readonly sentAt: Date };

/** The lines of that district and year that an agency's head has sent to the office, in the order asked for; others are left out. */
export function gatherLines(access: Statements, { districtCode, year }: ReviewPlace, lineIds: readonly string[]): Promise<ReviewedLine[]> {
  return access.$queryRaw<ReviewedLine[]>(Prisma.sql`
    SELECT line.id, line.agency_code AS agency, matter.name AS matter, matter.mergeable_group AS "mergeableGroup", declaration.kind::text AS kind,
      line.outcome::text AS outcome, line.count, line.months, line.form::text AS form, line.entry_no IS NOT NULL AS published,
      declaration.id AS "declarationId", declaration.approved_at AS "sentAt", declaration.status = 'approved' AS "withOffice",
      declaration.status = 'returned' OR declaration.status = 'approved' AND NOT EXISTS (SELECT FROM declaration other
        WHERE other.agency_code = declaration.agency_code AND other.year = declaration.year AND other.kind = declaration.kind
          AND other.status IN ('draft', 'returned')) AS returnable
    FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id JOIN matter ON matter.id = line.matter_id
    WHERE line.district_code = ${districtCode} AND line.year = ${year} AND line.id = ANY (${lineIds}::uuid[]) AND ${sentSql(districtCode, year)}
    ORDER BY array_position(${lineIds}::uuid[], line.id)`);
}
