import 'server-only';
import { Prisma } from './db.ts';
import { hashSecret } from './entropy.ts';
import type { Kept } from './idempotency.ts';
import type { Actor } from './scope.ts';
import { statements } from './statements.ts';

export type KeyActor = Extract<Actor, { type: 'key' }>;
export type FoundKey = { readonly actor: KeyActor; readonly kept: Kept | null };

type Row = { id: string; districtCode: string; agencyCode: string; bodyHash: string | null; status: number; response: object };

/** The secret of `Authorization: Bearer …`, or null. */
function secretOf(request: Request): string | null {
  return /^Bearer ([\w-]{20,100})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/** Whose key this is, and what was kept for the idempotency key, in one statement. Null for unknown, malformed and revoked keys alike. */
export async function findKey(request: Request, idempotencyKey: string | null): Promise<FoundKey | null> {
  const secret = secretOf(request);
  if (secret === null) return null;
  const [row] = await statements().$queryRaw<Row[]>(Prisma.sql`
    SELECT key.id, agency.district_code AS "districtCode", agency.code AS "agencyCode", kept.body_hash AS "bodyHash", kept.status, kept.response
    FROM api_key key JOIN agency ON agency.code = key.agency_code
    LEFT JOIN idempotency_key kept ON kept.owner_id = key.id AND kept.key = ${idempotencyKey}
    WHERE key.key_hash = ${hashSecret(secret)} AND key.revoked_at IS NULL`);
  if (!row) return null;
  const { id, districtCode, agencyCode, bodyHash, status, response } = row;
  return {
    actor: { type: 'key', id, districtCode, agencyCode },
    kept: bodyHash === null ? null : { bodyHash, answer: { status, body: response } },
  };
}
