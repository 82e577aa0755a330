import 'server-only';
import type { AlertKind } from '#domain/conduct/alerts.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';

/** What the office has to look at. `dedupe` names the occurrence: the same is raised once, however often it is seen. */
export type Raised = {
  readonly districtCode: string;
  readonly kind: AlertKind;
  readonly dedupe: string;
  readonly filingId?: string | null;
  readonly agencyCode?: string | null;
  readonly enterpriseId?: string | null;
  /** What was seen, in words for a table: name → value. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Raises an alert inside the caller's transaction; true where it is new. The caller records what happened and tells the office. */
export async function raiseAlert(tx: Statements, raised: Raised): Promise<boolean> {
  const { districtCode, kind, dedupe, filingId = null, agencyCode = null, enterpriseId = null, facts } = raised;
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO alert (id, district_code, kind, dedupe, filing_id, agency_code, enterprise_id, facts, raised_at)
    VALUES (${newId()}::uuid, ${districtCode}, ${kind}, ${`${kind}:${dedupe}`}, ${filingId}::uuid, ${agencyCode}, ${enterpriseId}::uuid,
      ${JSON.stringify(facts)}::jsonb, now())
    ON CONFLICT (district_code, dedupe) DO NOTHING`);
  return count > 0;
}
