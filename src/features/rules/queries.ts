import 'server-only';
import type { Policy, PolicyKey, Sourced } from '#domain/law/policy.ts';
import { db } from '#platform/db.ts';
import { policyValuesSchema } from './schema.ts';

/** Published policies never change, so each is read once. */
const known = new Map<string, Policy>();

async function readPolicy(id: string): Promise<Policy> {
  const row = await db().policy.findUniqueOrThrow({ where: { id }, include: { values: true } });
  const entries = row.values.map(({ key, value, instrument, locator, note }) => [key, { value, basis: { instrument, locator }, note }]);
  const values = policyValuesSchema.parse(Object.fromEntries(entries)) as { [K in PolicyKey]: Sourced<never> };
  return { districtCode: row.districtCode, version: row.version, effectiveFrom: row.effectiveFrom.toISOString().slice(0, 10), values } as Policy;
}

/** One version of a policy by id; throws where a value is missing or malformed, so that nothing is judged without it. */
export async function loadPolicy(id: string): Promise<Policy> {
  const cached = known.get(id);
  if (cached) return cached;
  const policy = await readPolicy(id);
  known.set(id, policy);
  return policy;
}
