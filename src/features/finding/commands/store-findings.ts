import 'server-only';
import { verdictOfRecheck } from '#domain/finding/clock.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { Part } from '../queries/find-part.ts';
import type { FindingItem } from '../schema.ts';

/** What is stored: whose, who says so, whether the part is complete with it. */
export type Recorded = {
  readonly part: Part;
  readonly items: readonly FindingItem[];
  readonly by: string | null;
  readonly complete: boolean;
};

type Numbered = { readonly matterId: string; readonly no: string; readonly item: FindingItem };

/** Every finding keeps its number; new ones follow the last of the filing. */
export function numberFindings({ matters, findings, filingNo, lastNo }: Part, items: readonly FindingItem[]): Numbered[] {
  let last = lastNo;
  return items.map((item) => {
    const matterId = matters.find(({ code }) => code === item.matter)?.id ?? '';
    const known = findings.find((finding) => finding.matterId === matterId)?.no;
    return { matterId, item, no: known ?? `${filingNo}-${++last}` };
  });
}

function rowOf({ matterId, no, item }: Numbered) {
  const isAddressed = item.followUp === 'handOver' || item.followUp === 'copyToAgency';
  const { checked, result, text, followUp, followUpNote, demand, dueDay } = item;
  return {
    ...{ id: newId(), matter_id: matterId, no, checked, result, text, follow_up: followUp, follow_up_note: followUpNote },
    ...{ to_agency_code: isAddressed ? item.toAgency : null, demand, due_day: followUp === 'orderToCorrect' ? dueDay : null },
  };
}

/** Writes the findings with their orders in one statement: new ones are inserted, known ones mended, orders that fell away deleted. */
export async function storeFindings(tx: Statements, { part, items, by, complete }: Recorded): Promise<void> {
  const rows = JSON.stringify(numberFindings(part, items).map(rowOf));
  await tx.$executeRaw(Prisma.sql`
    WITH item AS (SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS item (id uuid, matter_id uuid, no text, checked boolean, result text,
        text text, follow_up text, follow_up_note text, to_agency_code text, demand text, due_day date)),
    stored AS (INSERT INTO finding (id, district_code, filing_id, agency_code, matter_id, no, checked, result, text, follow_up, follow_up_note,
          to_agency_code, recorded_at, recorded_by_id)
        SELECT item.id, filing.district_code, filing.id, ${part.agency}, matter_id, no, checked, result::finding_result, text,
          follow_up::follow_up, follow_up_note, to_agency_code, now(), ${by}::uuid FROM item, filing WHERE filing.id = ${part.filingId}::uuid
        ON CONFLICT (filing_id, matter_id) DO UPDATE SET checked = excluded.checked, result = excluded.result, text = excluded.text,
          follow_up = excluded.follow_up, follow_up_note = excluded.follow_up_note, to_agency_code = excluded.to_agency_code,
          recorded_at = excluded.recorded_at, recorded_by_id = excluded.recorded_by_id
        RETURNING id, matter_id),
    dropped AS (DELETE FROM rectification USING stored JOIN item USING (matter_id)
        WHERE finding_id = stored.id AND item.follow_up <> 'orderToCorrect'),
    ordered AS (INSERT INTO rectification (finding_id, demand, due_day)
        SELECT stored.id, demand, due_day FROM stored JOIN item USING (matter_id) WHERE follow_up = 'orderToCorrect'
        ON CONFLICT (finding_id) DO UPDATE SET demand = excluded.demand, due_day = excluded.due_day)
    UPDATE filing_agency SET recorded_at = CASE WHEN ${complete} THEN coalesce(recorded_at, now()) ELSE recorded_at END
      WHERE filing_id = ${part.filingId}::uuid AND agency_code = ${part.agency}`);
}

/** A finding whose order ended. */
export type Rechecked = { readonly filing: string; readonly no: string; readonly outcome: string };

/**
 * Where the visit rechecks an order, what it found of the order's matter ends the order: passed or failed, by this filing. Gives
 * the findings whose order ended, each with the filing that it is a finding of.
 */
export async function endRechecked(tx: Statements, { part, items, by }: Recorded): Promise<Rechecked[]> {
  if (part.rechecks === null) return [];
  const judged = numberFindings(part, items).map(({ matterId, item }) => ({ matter_id: matterId, verdict: verdictOfRecheck(item.result) }));
  return tx.$queryRaw<Rechecked[]>(Prisma.sql`
    UPDATE rectification SET status = item.verdict::rectification_status, rechecked_at = now(), rechecked_by_id = ${by}::uuid, recheck_filing_id = own.id
    FROM finding JOIN filing first ON first.id = finding.filing_id JOIN filing own ON own.id = ${part.filingId}::uuid
      AND own.enterprise_id = first.enterprise_id
    JOIN jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) AS item (matter_id uuid, verdict text) ON item.matter_id = finding.matter_id
    WHERE finding.id = finding_id AND finding.no = ${part.rechecks} AND finding.agency_code = ${part.agency}
      AND finding.district_code = own.district_code AND finding.filing_id <> own.id
      AND (rectification.status IN ('ordered', 'reported') OR recheck_filing_id = own.id) RETURNING finding.filing_id AS filing, finding.no, rectification.status::text AS outcome`);
}
