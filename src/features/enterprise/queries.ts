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
  /** For an enterprise that was drawn for this agency: the entry, its place, until when. */
  readonly drawn: {
    readonly entryNo: string;
    readonly title: string;
    readonly drawNo: string;
    readonly position: number;
    readonly toDay: string;
  } | null;
};

const fields = Prisma.sql`enterprise.id, enterprise.name, enterprise.uscc, territory.name AS territory, industry_name AS "industryName",
  risk::text AS risk, key_enterprise AS "keyEnterprise"`;

/** Enterprises of the district whose name, code, pinyin or initials contain the words; shortest names first, at most 30. */
export async function searchEnterprises({ districtCode }: AgencyScope | OfficeScope, q: string): Promise<EnterpriseChoice[]> {
  return db().$queryRaw<EnterpriseChoice[]>(Prisma.sql`SELECT ${fields}, NULL AS drawn
    FROM enterprise JOIN territory ON territory.code = accountable_code
    WHERE enterprise.district_code = ${districtCode} AND ${standingSql} AND ${matchSql(q)}
    ORDER BY length(enterprise.name), enterprise.name, uscc LIMIT 30`);
}

/** Enterprises drawn for this agency and not yet visited, in the order in which their time runs out; at most 50. */
export async function listDrawnEnterprises(scope: AgencyScope): Promise<EnterpriseChoice[]> {
  return db().$queryRaw<EnterpriseChoice[]>(Prisma.sql`SELECT ${fields},
      json_build_object('entryNo', entry.no, 'title', entry.title, 'drawNo', outcome.no, 'position', outcome.position, 'toDay', to_day) AS drawn
    FROM plan JOIN plan_entry entry ON entry.plan_id = plan.id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND is_lead
    JOIN drawn_target outcome ON outcome.plan_entry_id = entry.root_id
    JOIN enterprise ON enterprise.id = outcome.enterprise_id JOIN territory ON territory.code = accountable_code
    WHERE plan.district_code = ${scope.districtCode} AND plan.status <> 'draft' AND entry.until_plan_id IS NULL AND party.agency_code = ${scope.agencyCode}
      AND used < quota AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND enterprise.status = 'active' AND ${standingSql}
      AND NOT EXISTS (SELECT FROM filing WHERE draw_outcome_id = outcome.id AND filing.status NOT IN ('returned', 'withdrawn', 'expired', 'revoked'))
    ORDER BY to_day, from_day, entry.no, outcome.position LIMIT 50`);
}
