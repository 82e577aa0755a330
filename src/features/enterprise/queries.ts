import 'server-only';
import type { RiskTier } from '#domain/inspection/kinds.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { matchSql, standingSql } from './queries/match-sql.ts';

export type EnterpriseChoice = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly territory: string;
  readonly industryName: string;
  readonly risk: RiskTier;
  readonly keyEnterprise: boolean;
};

const fields = Prisma.sql`enterprise.id, enterprise.name, enterprise.uscc, territory.name AS territory, industry_name AS "industryName",
  risk::text AS risk, key_enterprise AS "keyEnterprise"`;

/** Enterprises of the district whose name, code, pinyin or initials contain the words; shortest names first, at most 30. */
export async function searchEnterprises({ districtCode }: AgencyScope | OfficeScope, q: string): Promise<EnterpriseChoice[]> {
  return db().$queryRaw<EnterpriseChoice[]>(Prisma.sql`SELECT ${fields}
    FROM enterprise JOIN territory ON territory.code = accountable_code
    WHERE enterprise.district_code = ${districtCode} AND ${standingSql} AND ${matchSql(q)}
    ORDER BY length(enterprise.name), enterprise.name, uscc LIMIT 30`);
}
