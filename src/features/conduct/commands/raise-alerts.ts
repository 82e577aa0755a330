import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { Raised } from './raise-alert.ts';

/** An alert that was new: what it is about, and the id under which it stands. */
export type NewAlert = { readonly id: string; readonly raised: Raised };

/** Raises many alerts of one district in one statement; those that were raised before are passed over. Gives the new ones. */
export async function raiseAlerts(tx: Statements, alerts: readonly Raised[]): Promise<NewAlert[]> {
  if (alerts.length === 0) return [];
  const rows = alerts.map(({ districtCode, kind, dedupe, filingId = null, agencyCode = null, enterpriseId = null, facts }) => ({
    ...{ id: newId(), district_code: districtCode, kind, dedupe: `${kind}:${dedupe}`, filing_id: filingId },
    ...{ agency_code: agencyCode, enterprise_id: enterpriseId, facts },
  }));
  const inserted = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO alert (id, district_code, kind, dedupe, filing_id, agency_code, enterprise_id, facts, raised_at)
    SELECT id, district_code, kind, dedupe, filing_id, agency_code, enterprise_id, facts, now() FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS item (id uuid, district_code text, kind text, dedupe text, filing_id uuid, agency_code text, enterprise_id uuid, facts jsonb)
    ON CONFLICT (district_code, dedupe) DO NOTHING RETURNING id`);
  const isNew = new Set(inserted.map(({ id }) => id));
  return alerts.flatMap((raised, index) => {
    const id = rows[index]?.id ?? '';
    return isNew.has(id) ? [{ id, raised }] : [];
  });
}
