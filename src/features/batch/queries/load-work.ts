import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { UserActor } from '#platform/scope.ts';

/** The person for whom work is done, as long as the account is not disabled. */
export async function loadPresser({ by, session }: { by: string; session: string }): Promise<UserActor | null> {
  const [row] = await db().$queryRaw<Omit<UserActor, 'type' | 'sessionId'>[]>(Prisma.sql`SELECT id, name, role::text AS role,
      inspector_id AS "inspectorId", district_code AS "districtCode", agency_code AS "agencyCode", territory_code AS "territoryCode"
    FROM user_account WHERE id = ${by}::uuid AND disabled_at IS NULL`);
  return row ? { ...row, type: 'user', sessionId: session } : null;
}

/** Places of the items that still wait to be filed, in their order. */
export async function findWaiting(batch: string): Promise<{ position: number }[]> {
  return db().$queryRaw(
    Prisma.sql`SELECT position FROM filing_batch_item WHERE batch_id = ${batch}::uuid AND status = 'waiting' ORDER BY position`,
  );
}

/** The batch's filings that wait for the head, in the order of the items. */
export async function findUnapproved(batch: string): Promise<{ position: number; filing: string }[]> {
  return db().$queryRaw(Prisma.sql`SELECT position, filing.id AS filing FROM filing_batch_item item JOIN filing ON filing.id = filing_id
    WHERE batch_id = ${batch}::uuid AND filing.status = 'submitted' ORDER BY position`);
}

export type StuckBatch = {
  readonly id: string;
  readonly districtCode: string;
  readonly agencyCode: string;
  readonly authorId: string;
  /** The session of the press, which the records of the items name. */
  readonly session: string;
  /** Whether the account of whoever pressed still acts. */
  readonly isActive: boolean;
  /** How often it was resumed. */
  readonly tries: number;
};

const resumedSql = Prisma.sql`SELECT count(*)::int FROM audit_record WHERE subject = batch.id::text AND event = 'batch.resumed'`;

/** Batches that were sent a quarter of an hour ago, or resumed then, and are not done. */
export async function findStuck(): Promise<StuckBatch[]> {
  return db().$queryRaw(Prisma.sql`SELECT batch.id, batch.district_code AS "districtCode", batch.agency_code AS "agencyCode", author_id AS "authorId",
      pressed.session_id AS session, disabled_at IS NULL AS "isActive", (${resumedSql}) AS tries
    FROM filing_batch batch JOIN user_account author ON author.id = author_id
    JOIN audit_record pressed ON pressed.subject = batch.id::text AND pressed.event = 'batch.sent'
    WHERE batch.status = 'sending' AND sent_at < now() - interval '15 minutes'
      AND (${resumedSql} AND at > now() - interval '15 minutes') = 0 ORDER BY sent_at, batch.id LIMIT 200`);
}
