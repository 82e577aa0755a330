import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import type { RectificationStatus } from '#domain/finding/clock.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, InspectorScope } from '#platform/scope.ts';

/** Who records: a filer or a key for the agency, an inspector for the visits in which they are named. */
export type FindingScope = AgencyScope | InspectorScope;

/** The visits whose own part somebody may record; `filing` and `part` are in scope of the condition. */
export function ownPart(scope: FindingScope): Prisma.Sql {
  const mine = Prisma.sql`filing.district_code = ${scope.districtCode} AND part.agency_code = ${scope.agencyCode}`;
  if (scope.kind === 'agency') return mine;
  return Prisma.sql`${mine} AND EXISTS (SELECT FROM filing_inspector
    WHERE filing_id = filing.id AND inspector_id = ${scope.actor.inspectorId}::uuid)`;
}

/** Finds the filing by its id or number within the scope and takes its lock; the id, or null where the scope does not reach it. */
export async function lockPart(tx: Statements, scope: FindingScope, filing: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT filing.id FROM filing JOIN filing_agency part ON part.filing_id = filing.id
    WHERE (filing.filing_no = ${filing} OR filing.id::text = ${filing.toLowerCase()}) AND ${ownPart(scope)} FOR UPDATE OF filing`);
  return row?.id ?? null;
}

export type PartMatter = { readonly id: string; readonly code: string; readonly name: string };
export type PartFinding = {
  readonly matterId: string;
  readonly no: string;
  readonly toAgency: string | null;
  readonly order: RectificationStatus | null;
};

/** One agency's part of a visit as recording needs it. */
export type Part = {
  readonly filingId: string;
  readonly filingNo: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly status: FilingStatus;
  readonly today: Day;
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly recordedAt: Date | null;
  readonly isIssued: boolean;
  readonly matters: readonly PartMatter[];
  readonly findings: readonly PartFinding[];
  /** The last number given to a finding of the whole filing. */
  readonly lastNo: number;
  /** The number of the finding that this visit rechecks. */
  readonly rechecks: string | null;
  /** Agencies of the district. */
  readonly agencies: readonly string[];
};

/** Matters of a part are those of its agency's line. */
export const partMatterSql = Prisma.sql`SELECT matter.id, matter.code, matter.name FROM filing_matter JOIN matter ON matter.id = matter_id
  WHERE filing_id = filing.id AND matter.agency_kind = agency.kind`;

/** Reads an agency's part; the caller holds the filing's lock. */
export async function gatherPart(tx: Statements, filing: string, agency: string): Promise<Part> {
  const [row] = await tx.$queryRaw<
    Part[]
  >(Prisma.sql`SELECT filing.id AS "filingId", filing_no AS "filingNo", enterprise.name AS enterprise,
      agency.code AS agency, agency.short_name AS "agencyName", filing.status::text AS status,
      (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today, part.checked_in_at AS "checkedInAt", part.checked_out_at AS "checkedOutAt",
      part.recorded_at AS "recordedAt", EXISTS (SELECT FROM result_letter WHERE filing_id = filing.id AND agency_code = agency.code) AS "isIssued",
      coalesce((SELECT json_agg(own ORDER BY own.code) FROM (${partMatterSql}) own), '[]') AS matters,
      coalesce((SELECT json_agg(json_build_object('matterId', matter_id, 'no', no, 'toAgency', to_agency_code, 'order', rectification.status))
        FROM finding LEFT JOIN rectification ON finding_id = finding.id WHERE filing_id = filing.id AND agency_code = agency.code), '[]') AS findings,
      (SELECT coalesce(max(substring(no FROM '-(\\d+)$')::int), 0) FROM finding WHERE filing_id = filing.id) AS "lastNo",
      CASE WHEN request -> 'trigger' ->> 'type' = 'recheck' THEN request -> 'trigger' ->> 'reference' END AS rechecks,
      ARRAY(SELECT code FROM agency other WHERE other.district_code = filing.district_code) AS agencies
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN filing_agency part ON part.filing_id = filing.id
    JOIN agency ON agency.code = part.agency_code WHERE filing.id = ${filing}::uuid AND part.agency_code = ${agency}`);
  if (!row) throw new Error('no such part');
  return row;
}
