import 'server-only';
import type { Policy } from '#domain/law/policy.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** What a district's draws go by today: its policy, the day, and who stands beside the agency. */
export type DrawRules = {
  readonly policy: Policy;
  readonly today: string;
  /** 冷, before the number of a draw. */
  readonly abbreviation: string;
  /** Agencies of the office and of the independent witness; null where nobody holds the part. */
  readonly office: string | null;
  readonly witness: string | null;
};

type Row = Omit<DrawRules, 'policy'> & { readonly policyId: string | null };

const holderSql = (role: string) => Prisma.sql`(SELECT agency_code FROM user_account
  WHERE district_code = district.code AND role = ${role}::role AND disabled_at IS NULL ORDER BY agency_code LIMIT 1)`;

/** The policy in force today and the standing parties of a district's draws. */
export async function loadDrawRules(districtCode: string, access: Statements = db()): Promise<DrawRules> {
  const [row] = await access.$queryRaw<Row[]>(Prisma.sql`SELECT abbreviation, (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today,
      ${holderSql('officeClerk')} AS office, ${holderSql('witness')} AS witness,
      (SELECT id FROM policy WHERE district_code = district.code
        AND daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY version DESC LIMIT 1) AS "policyId"
    FROM district WHERE code = ${districtCode}`);
  if (!row?.policyId) throw new Error('no policy is in force');
  const { policyId, ...rules } = row;
  return { ...rules, policy: await loadPolicy(policyId, access) };
}
