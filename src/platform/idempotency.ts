import 'server-only';
import type { Answer } from './answer.ts';
import { Prisma, type Statements } from './db.ts';
import { hashSecret } from './entropy.ts';
import { problem } from './problem.ts';

/** What was answered to a key before, and to which body. */
export type Kept = { readonly bodyHash: string; readonly answer: Answer };

/** One attempt to write: the owner of the key, the key, and what it is used for. */
export type Once = { readonly ownerId: string; readonly key: string; readonly bodyHash: string };

/** Thrown inside a transaction that finds its key taken meanwhile: nothing of it is kept, the other's answer is given. */
export class TakenMeanwhile extends Error {
  readonly kept: Kept;
  constructor(kept: Kept) {
    super('the idempotency key was taken meanwhile');
    this.kept = kept;
  }
}

/** The request's key; null where it is missing or not 8 to 200 visible ASCII characters. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key') ?? '';
  return /^[\x21-\x7e]{8,200}$/.test(key) ? key : null;
}

/** The same key may stand for one use only: the hash covers what is called and the body as it was sent. */
export function hashBody(name: string, text: string): string {
  return hashSecret(`${name}\n${text}`);
}

/** The kept answer once more, or a refusal where the key stood for another body. */
export function replay(kept: Kept, bodyHash: string): Answer {
  if (kept.bodyHash !== bodyHash) return problem('idempotencyKeyReused');
  return { ...kept.answer, headers: { 'idempotency-replayed': 'true' } };
}

/** What was kept for a key, if anything. */
export async function findKept(tx: Statements, { ownerId, key }: Once): Promise<Kept | null> {
  const [row] = await tx.$queryRaw<{ bodyHash: string; status: number; body: object }[]>(Prisma.sql`
    SELECT body_hash AS "bodyHash", status, response AS body FROM idempotency_key WHERE owner_id = ${ownerId}::uuid AND key = ${key}`);
  return row ? { bodyHash: row.bodyHash, answer: { status: row.status, body: row.body } } : null;
}

/** Keeps an answer in the transaction that it speaks of. A second writer fails on the key and finds this answer instead. */
export async function keepAnswer(tx: Statements, { ownerId, key, bodyHash }: Once, { status, body }: Answer): Promise<void> {
  await tx.$executeRaw(Prisma.sql`INSERT INTO idempotency_key (owner_id, key, body_hash, status, response)
    VALUES (${ownerId}::uuid, ${key}, ${bodyHash}, ${status}, ${JSON.stringify(body)}::jsonb)`);
}
