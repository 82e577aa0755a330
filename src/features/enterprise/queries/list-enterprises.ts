import 'server-only';
import { divisionsOf } from '#domain/enterprise/industry.ts';
import type { RiskTier } from '#domain/inspection/kinds.ts';
import type { EnterpriseStatus } from '#domain/register/enterprise-fields.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type EnterpriseFilter, pageSize } from '../schema.ts';
import { matchSql, standingSql } from './match-sql.ts';

export type EnterpriseRow = {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly territory: string;
  readonly inPark: boolean;
  readonly industry: string;
  readonly industryName: string;
  readonly size: string;
  readonly risk: RiskTier;
  readonly keyEnterprise: boolean;
  readonly undisturbed: boolean;
  readonly status: EnterpriseStatus;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
};

export type EnterprisePage = {
  readonly rows: readonly EnterpriseRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly territories: readonly { readonly value: string; readonly label: string }[];
};

type Reader = AgencyScope | OfficeScope;

const flagSql = (column: string, value: 'yes' | 'no' | undefined) =>
  value === undefined ? [] : [Prisma.sql`${Prisma.raw(column)} = ${value === 'yes'}`];

function filterSql({ districtCode }: Reader, filter: EnterpriseFilter): Prisma.Sql {
  const { q, territory, section, risk, status, key, park, undisturbed } = filter;
  const parts = [Prisma.sql`enterprise.district_code = ${districtCode}`, standingSql];
  if (q) parts.push(matchSql(q));
  if (territory) parts.push(Prisma.sql`${territory} IN (enterprise.territory_code, enterprise.accountable_code)`);
  if (section) parts.push(Prisma.sql`enterprise.industry = ANY (${divisionsOf(section)})`);
  if (risk) parts.push(Prisma.sql`enterprise.risk = ${risk}::risk_tier`);
  if (status) parts.push(Prisma.sql`enterprise.status = ${status}::enterprise_status`);
  parts.push(...flagSql('key_enterprise', key), ...flagSql('in_park', park), ...flagSql('undisturbed', undisturbed));
  return Prisma.join(parts, ' AND ');
}

const columns = Prisma.sql`enterprise.id, uscc, enterprise.name, territory.name AS territory, in_park AS "inPark", industry, industry_name AS "industryName",
  size, risk::text AS risk, key_enterprise AS "keyEnterprise", undisturbed, status::text AS status, address, contact_name AS "contactName",
  contact_phone AS "contactPhone"`;

/** Shortest names first where words are looked for: what was typed whole stands on top. */
const orderSql = ({ q }: EnterpriseFilter) =>
  q ? Prisma.sql`ORDER BY length(enterprise.name), enterprise.name, uscc` : Prisma.sql`ORDER BY enterprise.name, uscc`;

/** One page of the district's enterprises under these filters, how many there are, and the territories to filter by. */
export async function listEnterprises(scope: Reader, filter: EnterpriseFilter): Promise<EnterprisePage> {
  const where = filterSql(scope, filter);
  const [rows, [counted], territories] = await Promise.all([
    db().$queryRaw<EnterpriseRow[]>(Prisma.sql`SELECT ${columns} FROM enterprise JOIN territory ON territory.code = territory_code
      WHERE ${where} ${orderSql(filter)} LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total FROM enterprise WHERE ${where}`),
    db().$queryRaw<{ value: string; label: string }[]>(
      Prisma.sql`SELECT code AS value, name AS label FROM territory WHERE district_code = ${scope.districtCode} ORDER BY kind, code`,
    ),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, page: filter.page, pages: Math.max(1, Math.ceil(total / pageSize)), territories };
}

/** Every enterprise under these filters, for a file. */
export function listAllEnterprises(scope: Reader, filter: EnterpriseFilter, access: Statements): Promise<EnterpriseRow[]> {
  return access.$queryRaw<EnterpriseRow[]>(Prisma.sql`SELECT ${columns} FROM enterprise JOIN territory ON territory.code = territory_code
    WHERE ${filterSql(scope, filter)} ${orderSql(filter)}`);
}
