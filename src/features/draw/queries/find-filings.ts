import 'server-only';
import { closedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma, type Statements } from '#platform/db.ts';

/**
 * Filings that stand on the draw's outcomes, by number. First takes the enterprises under whose locks filings are judged, in their order:
 * whoever files there at this moment comes before or after, never between this answer and what is done on it.
 */
export async function findFilings(access: Statements, where: { draw: string } | { outcome: string }): Promise<string[]> {
  const condition = 'draw' in where ? Prisma.sql`outcome.draw_id = ${where.draw}::uuid` : Prisma.sql`outcome.id = ${where.outcome}::uuid`;
  await access.$queryRaw(Prisma.sql`SELECT id FROM enterprise WHERE id IN (SELECT enterprise_id FROM draw_outcome outcome WHERE ${condition})
    ORDER BY id FOR NO KEY UPDATE`);
  const rows = await access.$queryRaw<{ no: string | null }[]>(Prisma.sql`SELECT filing_no AS no FROM draw_outcome outcome
    JOIN outcome_filing filing ON filing.outcome_id = outcome.id WHERE ${condition} AND filing.status NOT IN ${closedSql} ORDER BY 1 LIMIT 5`);
  return rows.map(({ no }) => no ?? '审批中的备案');
}
