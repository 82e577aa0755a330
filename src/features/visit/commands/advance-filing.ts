import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { computeVisitStatus, type RatingState, type VisitPart } from '#domain/visit/status.ts';
import { Prisma, type Statements } from '#platform/db.ts';

type Row = { status: FilingStatus; parts: readonly VisitPart[]; rating: RatingState };

const progressSql = (filing: string) => Prisma.sql`SELECT status::text AS status,
  (SELECT json_agg(json_build_object('checkedInAt', checked_in_at, 'checkedOutAt', checked_out_at, 'absentAt', absent_at,
      'presumedOutAt', presumed_out_at, 'recordedAt', recorded_at))
    FROM filing_agency WHERE filing_id = filing.id) AS parts,
  coalesce((SELECT CASE status WHEN 'answered' THEN 'answered' WHEN 'closed' THEN 'closed' ELSE 'open' END
    FROM feedback_invitation WHERE filing_id = filing.id), 'none') AS rating
  FROM filing WHERE id = ${filing}::uuid FOR UPDATE`;

/**
 * Takes a filing to where its parts and its rating say it stands; called in the transaction of every step that may move it, after the
 * step was written. Gives the status it has then.
 */
export async function advanceFiling(tx: Statements, filing: string): Promise<FilingStatus> {
  const [row] = await tx.$queryRaw<Row[]>(progressSql(filing));
  if (!row) throw new Error('no such filing');
  const status = computeVisitStatus(row);
  if (status === row.status) return status;
  await tx.$executeRaw(Prisma.sql`UPDATE filing SET status = ${status}::filing_status
    WHERE id = ${filing}::uuid AND status = ${row.status}::filing_status`);
  return status;
}
