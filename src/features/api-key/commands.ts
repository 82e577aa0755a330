import 'server-only';
import type { Command } from '#platform/command.ts';
import { hashSecret, newId, newSecret } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AdminScope } from '#platform/scope.ts';
import { mayHaveKey } from './queries.ts';
import type { KeyCreation } from './schema.ts';

/** Gives an agency of the district a key. Its secret is in the answer and nowhere else. */
export async function createKey({ tx, scope, record }: Command<AdminScope>, input: KeyCreation): Promise<Outcome<{ secret: string }>> {
  const agency = await tx.agency.findFirst({
    where: { code: input.agency, districtCode: scope.districtCode, ...mayHaveKey },
    select: { code: true },
  });
  if (!agency) return invalid({ agency: ['请选择本区县的单位'] });
  const id = newId();
  const secret = `nq_${newSecret()}`;
  const created = { id, agencyCode: agency.code, label: input.label, keyHash: hashSecret(secret), hint: secret.slice(0, 9) };
  await tx.apiKey.create({ data: { ...created, createdById: scope.actor.id } });
  record('apiKey.created', id, { agency: agency.code, label: input.label });
  return ok({ secret });
}

/** Ends a key: from the next request on it is as if it had never been. */
export async function revokeKey({ tx, scope, record, now }: Command<AdminScope>, input: { key: string }): Promise<Outcome<null>> {
  const where = { id: input.key, revokedAt: null, agency: { districtCode: scope.districtCode } };
  const { count } = await tx.apiKey.updateMany({ where, data: { revokedAt: now } });
  if (count === 0) return notFound();
  record('apiKey.revoked', input.key);
  return ok(null);
}
