import 'server-only';
import { type EntryGate, judgeEntryGate } from '#domain/territory/entry-gate.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { unsealedSql } from './unsealed.ts';

type Row = { territory: string; acknowledgedAt: Date | null };

/** Whether a filing's people may enter as far as the territory is concerned; the caller has seen that the filing is in its scope. */
export async function loadEntryGate(tx: Statements, filing: string): Promise<EntryGate> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT name AS territory, acknowledged_at AS "acknowledgedAt"
    FROM territory_notice JOIN territory ON code = territory_code
    JOIN filing ON filing.id = filing_id WHERE filing_id = ${filing}::uuid AND ${unsealedSql}`);
  return judgeEntryGate(row ?? null);
}
