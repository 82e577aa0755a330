import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';

/** How far a batch's approval is: how many filings wait for it, and whether the head's press is being carried out. */
export type Approval = { readonly status: string; readonly waiting: number; readonly isApproving: boolean };

/** Whether the head of the `batch` row pressed and it was not settled since; after a quarter of an hour nobody works on it any more. */
export const approvingSql = Prisma.sql`EXISTS (SELECT FROM audit_record asked WHERE asked.subject = batch.id::text AND asked.event = 'batch.approved'
  AND asked.at > now() - interval '15 minutes' AND NOT EXISTS (SELECT FROM audit_record settled
    WHERE settled.subject = asked.subject AND settled.event = 'batch.settled' AND settled.seq > asked.seq))`;

/** Of a batch of the agency; null for everybody else's. Who asks next waits until this transaction is over. */
export async function loadApproval(tx: Statements, { districtCode, agencyCode }: FilingPlace, batch: string): Promise<Approval | null> {
  await tx.$queryRaw(
    Prisma.sql`SELECT id FROM filing_batch WHERE id = ${batch}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode} FOR UPDATE`,
  );
  const [row] = await tx.$queryRaw<Approval[]>(Prisma.sql`SELECT batch.status::text AS status,
      (SELECT count(*)::int FROM filing_batch_item item JOIN filing ON filing.id = filing_id
        WHERE batch_id = batch.id AND filing.status = 'submitted') AS waiting,
      ${approvingSql} AS "isApproving"
    FROM filing_batch batch WHERE id = ${batch}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode}`);
  return row ?? null;
}
