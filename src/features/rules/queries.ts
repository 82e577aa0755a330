import 'server-only';
import type { Policy } from '#domain/law/policy.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { policyValuesSchema } from './schema.ts';

/** Published policies never change, so each is read once. */
const known = new Map<string, Policy>();

type Row = { districtCode: string; version: number; effectiveFrom: string; values: unknown };

const policySql = (id: string) => Prisma.sql`
  SELECT district_code AS "districtCode", version, effective_from::text AS "effectiveFrom", (SELECT json_object_agg(key, json_build_object(
      'value', value, 'basis', json_build_object('instrument', instrument, 'locator', locator), 'note', note))
    FROM policy_value WHERE policy_id = policy.id) AS values
  FROM policy WHERE id = ${id}::uuid`;

/** One version of a policy by id; throws where a value is missing or malformed, so that nothing is judged without it. */
export async function loadPolicy(id: string, within: Statements = db()): Promise<Policy> {
  const cached = known.get(id);
  if (cached) return cached;
  const [row] = await within.$queryRaw<Row[]>(policySql(id));
  if (!row) throw new Error('no such policy');
  const policy = { ...row, values: policyValuesSchema.parse(row.values) } as Policy;
  known.set(id, policy);
  return policy;
}

export type RulesView = {
  readonly district: string;
  readonly name: string;
  readonly policy: Policy;
  readonly districts: readonly { code: string; name: string }[];
};

/** The policy in force today in a district (the first one where it is unknown), for the public page of rules. */
export async function loadRules(_scope: PublicScope, district: string | undefined): Promise<RulesView> {
  const districts = await db().district.findMany({ orderBy: { code: 'asc' }, select: { code: true, name: true } });
  const chosen = districts.find(({ code }) => code === district) ?? districts[0];
  if (!chosen) throw new Error('no district');
  const [row] = await db().$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM policy WHERE district_code = ${chosen.code}
    ORDER BY (daterange(effective_from, effective_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date) DESC, version DESC LIMIT 1`);
  if (!row) throw new Error('no policy in force');
  return { district: chosen.code, name: chosen.name, policy: await loadPolicy(row.id), districts };
}
