import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { VisitPart } from '#domain/visit/status.ts';
import type { VisitStep } from '#domain/visit/steps.ts';
import { unsealedSql } from '#features/territory/queries/unsealed.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, InspectorScope } from '#platform/scope.ts';

/** Who reports steps: an inspector on the phone, or the agency's own system. */
export type VisitScope = AgencyScope | InspectorScope;

/** Everything a step is judged by. */
export type GatheredStep = {
  readonly filing: string;
  readonly filingNo: string;
  readonly status: FilingStatus;
  readonly start: Date;
  readonly end: Date;
  readonly filedAt: Date;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly agencyName: string;
  readonly part: VisitPart;
  readonly isNamed: boolean;
  /** What was received under the same id before. */
  readonly known: { readonly receipt: string; readonly conflict: string; readonly flags: readonly string[]; readonly same: boolean } | null;
  readonly territory: string | null;
  readonly acknowledgedAt: Date | null;
};

/** The own part of a filing by its id or number; null where the scope's agency takes no part in it. Call after its lock was taken. */
export async function gatherStep(
  tx: Statements,
  scope: VisitScope,
  { filing, id, step, body = {} }: { filing: string; id: string; step?: VisitStep; body?: object },
): Promise<GatheredStep | null> {
  const inspector = scope.kind === 'inspector' ? scope.actor.inspectorId : null;
  const isNamed =
    scope.kind === 'agency'
      ? Prisma.sql`TRUE`
      : Prisma.sql`EXISTS (SELECT FROM filing_inspector WHERE filing_id = filing.id AND inspector_id = ${inspector}::uuid)`;
  const [row] = await tx.$queryRaw<GatheredStep[]>(Prisma.sql`
    SELECT filing.id AS filing, filing_no AS "filingNo", filing.status::text AS status, starts_at AS start, ends_at AS "end", filed_at AS "filedAt",
      enterprise_id AS "enterpriseId", enterprise.name AS enterprise, agency.short_name AS "agencyName", ${isNamed} AS "isNamed",
      json_build_object('checkedInAt', checked_in_at, 'checkedOutAt', checked_out_at, 'absentAt', absent_at, 'recordedAt', recorded_at) AS part,
      (SELECT json_build_object('receipt', receipt, 'conflict', conflict, 'flags', flags, 'same',
          filing_id = filing.id AND event.agency_code = part.agency_code AND step::text = ${step ?? null} AND body = ${JSON.stringify(body)}::jsonb)
        FROM visit_event event WHERE event.id = ${id}::uuid) AS known,
      territory.name AS territory, acknowledged_at AS "acknowledgedAt"
    FROM filing JOIN filing_agency part ON part.filing_id = filing.id JOIN enterprise ON enterprise.id = enterprise_id
    JOIN agency ON agency.code = part.agency_code
    LEFT JOIN territory_notice notice ON notice.filing_id = filing.id AND ${unsealedSql} LEFT JOIN territory ON territory.code = notice.territory_code
    WHERE (filing.id::text = ${filing.toLowerCase()} OR filing_no = ${filing}) AND filing.district_code = ${scope.districtCode}
      AND part.agency_code = ${scope.agencyCode} AND filing_no IS NOT NULL`);
  return row ?? null;
}

/** Takes the lock of the visited enterprise, so that an amendment and a check-in wait for each other. */
export async function lockByName(tx: Statements, scope: VisitScope, filing: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT enterprise.id FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE (filing.id::text = ${filing.toLowerCase()} OR filing_no = ${filing}) AND filing.district_code = ${scope.districtCode} FOR NO KEY UPDATE OF enterprise`);
}
