import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { rangesSql, validitySql } from './inspector-sql.ts';
import { type InspectorRow, reachSql } from './list-inspectors.ts';

export type RecusalRow = { readonly enterprise: string; readonly name: string; readonly uscc: string; readonly reason: string };
export type InspectorView = Omit<InspectorRow, 'recusals' | 'ranges'> & {
  readonly groups: readonly string[];
  readonly leftOn: string | null;
  /** The row as the form shows it: a change is refused once it has moved on. */
  readonly seen: string;
  readonly recusals: readonly RecusalRow[];
  /** The agency's ranges, and those that the inspector holds besides. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly canChange: boolean;
};

const rowSql = (scope: AgencyScope | OfficeScope, id: string) => Prisma.sql`
  SELECT inspector.id, inspector.name, agency.short_name AS agency, credential_no AS "credentialNo", credential_kind::text AS "credentialKind",
    valid_from::text AS "validFrom", valid_to::text AS "validTo", ${validitySql} AS validity, responsible_leader AS "responsibleLeader", groups,
    left_on::text AS "leftOn", md5(inspector::text) AS seen,
    (SELECT coalesce(json_agg(json_build_object('enterprise', enterprise.id, 'name', enterprise.name, 'uscc', uscc, 'reason', reason) ORDER BY enterprise.name), '[]')
      FROM recusal JOIN enterprise ON enterprise.id = enterprise_id WHERE inspector_id = inspector.id) AS recusals,
    (SELECT coalesce(json_agg(json_build_object('value', own, 'label', coalesce(label, own)) ORDER BY own), '[]') FROM (
        SELECT unnest(inspector.groups) AS own UNION SELECT matter."group" FROM matter WHERE matter.district_code = agency.district_code AND agency_kind = agency.kind) held
      LEFT JOIN ${rangesSql(scope.districtCode)} ranges ON ranges."group" = own) AS options
  FROM inspector JOIN agency ON agency.code = agency_code WHERE inspector.id = ${id}::uuid AND ${reachSql(scope)}`;

/** One inspector whom the scope reaches, with ranges to choose from and recusals; null for anybody else's. */
export async function loadInspector(scope: AgencyScope | OfficeScope, id: string): Promise<InspectorView | null> {
  const [row] = await db().$queryRaw<Omit<InspectorView, 'canChange'>[]>(rowSql(scope, id));
  const canChange = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  return row ? { ...row, canChange } : null;
}
