import 'server-only';
import type { CredentialKind, Validity } from '#domain/register/inspector-fields.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type InspectorFilter, pageSize } from '../schema.ts';
import { rangesSql, validitySql } from './inspector-sql.ts';

export type InspectorRow = {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly credentialNo: string | null;
  readonly credentialKind: CredentialKind;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validity: Validity;
  readonly responsibleLeader: boolean;
  readonly ranges: readonly string[];
  readonly recusals: number;
};

export type InspectorPage = {
  readonly rows: readonly InspectorRow[];
  readonly total: number;
  /** How many there are of each validity, whatever is filtered. */
  readonly tally: Readonly<Partial<Record<Validity, number>>>;
  readonly page: number;
  readonly pages: number;
  /** Empty for an agency, which sees its own only. */
  readonly agencies: readonly { readonly value: string; readonly label: string }[];
  readonly canImport: boolean;
};

type Reader = AgencyScope | OfficeScope;

/** The district's inspectors for the office, its own for an agency. */
export function reachSql({ kind, districtCode, agencyCode }: Reader): Prisma.Sql {
  return kind === 'office' ? Prisma.sql`agency.district_code = ${districtCode}` : Prisma.sql`inspector.agency_code = ${agencyCode}`;
}

function filterSql(scope: Reader, { q, agency, validity }: InspectorFilter): Prisma.Sql {
  const parts = [reachSql(scope)];
  const like = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  if (q) parts.push(Prisma.sql`(inspector.name ILIKE ${like} OR credential_no ILIKE ${like})`);
  if (agency) parts.push(Prisma.sql`inspector.agency_code = ${agency}`);
  if (validity) parts.push(Prisma.sql`${validitySql} = ${validity}`);
  return Prisma.join(parts, ' AND ');
}

const fromSql = Prisma.sql`FROM inspector JOIN agency ON agency.code = agency_code`;

const rowsSql = (scope: Reader, filter: InspectorFilter) => Prisma.sql`
  SELECT inspector.id, inspector.name, agency.short_name AS agency, credential_no AS "credentialNo", credential_kind::text AS "credentialKind",
    valid_from::text AS "validFrom", valid_to::text AS "validTo", ${validitySql} AS validity, responsible_leader AS "responsibleLeader",
    ARRAY(SELECT coalesce(label, own) FROM unnest(groups) own LEFT JOIN ${rangesSql(scope.districtCode)} ranges ON ranges."group" = own ORDER BY own) AS ranges,
    (SELECT count(*)::int FROM recusal WHERE inspector_id = inspector.id) AS recusals
  ${fromSql} WHERE ${filterSql(scope, filter)} ORDER BY agency.code, inspector.name, credential_no LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`;

function agenciesOf({ kind, districtCode }: Reader) {
  if (kind !== 'office') return [];
  return db().$queryRaw<{ value: string; label: string }[]>(Prisma.sql`SELECT code AS value, short_name AS label FROM agency
    WHERE district_code = ${districtCode} AND EXISTS (SELECT FROM inspector WHERE agency_code = code) ORDER BY code`);
}

/** One page of the inspectors that the scope reaches. */
export async function listInspectors(scope: Reader, filter: InspectorFilter): Promise<InspectorPage> {
  const [rows, [counted], standing, agencies] = await Promise.all([
    db().$queryRaw<InspectorRow[]>(rowsSql(scope, filter)),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total ${fromSql} WHERE ${filterSql(scope, filter)}`),
    db().$queryRaw<{ validity: Validity; count: number }[]>(
      Prisma.sql`SELECT ${validitySql} AS validity, count(*)::int AS count ${fromSql} WHERE ${reachSql(scope)} GROUP BY 1`,
    ),
    agenciesOf(scope),
  ]);
  const total = counted?.total ?? 0;
  const tally = Object.fromEntries(standing.map(({ validity, count }) => [validity, count]));
  const canImport = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  return { rows, total, tally, page: filter.page, pages: Math.max(1, Math.ceil(total / pageSize)), agencies, canImport };
}
