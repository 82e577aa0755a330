import 'server-only';
import { plainDayOf } from '#domain/calendar/iso.ts';
import type { Policy, PolicyKey, Sourced } from '#domain/law/policy.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { policyValuesSchema } from './schema.ts';

/** Published policies never change, so each is read once. */
const known = new Map<string, Policy>();

async function readPolicy(id: string): Promise<Policy> {
  const row = await db().policy.findUniqueOrThrow({ where: { id }, include: { values: true } });
  const entries = row.values.map(({ key, value, instrument, locator, note }) => [key, { value, basis: { instrument, locator }, note }]);
  const values = policyValuesSchema.parse(Object.fromEntries(entries)) as { [K in PolicyKey]: Sourced<never> };
  return {
    districtCode: row.districtCode,
    version: row.version,
    effectiveFrom: plainDayOf(row.effectiveFrom),
    values,
  } as Policy;
}

/** One version of a policy by id; throws where a value is missing or malformed, so that nothing is judged without it. */
export async function loadPolicy(id: string): Promise<Policy> {
  const cached = known.get(id);
  if (cached) return cached;
  const policy = await readPolicy(id);
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
