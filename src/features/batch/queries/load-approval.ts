import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';

/** How far a batch's approval is: how many filings wait for it, and how often it was asked for and finished. */
export type Approval = { readonly status: string; readonly waiting: number; readonly asked: number; readonly settled: number };

/** Whether the head's press is being carried out. */
export function isApproving({ asked, settled }: Pick<Approval, 'asked' | 'settled'>): boolean {
  return asked > settled;
}

const countSql = (event: string) =>
  Prisma.sql`(SELECT count(*)::int FROM audit_record WHERE subject = batch.id::text AND event = ${event})`;

/** Of a batch of the agency; null for everybody else's. Who asks next waits until this transaction is over. */
export async function loadApproval(tx: Statements, { districtCode, agencyCode }: FilingPlace, batch: string): Promise<Approval | null> {
  await tx.$queryRaw(
    Prisma.sql`SELECT id FROM filing_batch WHERE id = ${batch}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode} FOR UPDATE`,
  );
  const [row] = await tx.$queryRaw<Approval[]>(Prisma.sql`SELECT batch.status::text AS status,
      (SELECT count(*)::int FROM filing_batch_item item JOIN filing ON filing.id = filing_id
        WHERE batch_id = batch.id AND filing.status = 'submitted') AS waiting,
      ${countSql('batch.approved')} AS asked, ${countSql('batch.settled')} AS settled
    FROM filing_batch batch WHERE id = ${batch}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode}`);
  return row ?? null;
}
