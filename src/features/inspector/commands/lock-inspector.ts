import 'server-only';
import type { CredentialKind } from '#domain/register/inspector-fields.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';

export type LockedInspector = {
  readonly id: string;
  readonly credentialKind: CredentialKind;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly leftOn: string | null;
  readonly groups: readonly string[];
  readonly seen: string;
  readonly ranges: readonly string[];
  readonly today: string;
};

/** Reads and locks an inspector of one's own agency; anybody else's is not found. */
export async function lockInspector(tx: Tx, { agencyCode }: AgencyScope, id: string): Promise<LockedInspector | null> {
  const [row] = await tx.$queryRaw<LockedInspector[]>(Prisma.sql`
    SELECT inspector.id, credential_kind::text AS "credentialKind", valid_from::text AS "validFrom", valid_to::text AS "validTo", left_on::text AS "leftOn", groups,
      md5(inspector::text) AS seen, (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today,
      ARRAY(SELECT DISTINCT matter."group" FROM matter WHERE matter.district_code = agency.district_code AND agency_kind = agency.kind) AS ranges
    FROM inspector JOIN agency ON agency.code = agency_code WHERE inspector.id = ${id}::uuid AND agency_code = ${agencyCode} FOR UPDATE OF inspector`);
  return row ?? null;
}
