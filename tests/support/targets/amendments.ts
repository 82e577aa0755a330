import { asOwner } from '../api.ts';

/** Changes of two filings that wait: one for the head, one for the office. */
export type AmendmentTargets = { readonly proposedAct: string; readonly heldAct: string };

export async function makeAmendments({ filed, held }: { filed: string; held: string }): Promise<AmendmentTargets> {
  const [made] = await asOwner<AmendmentTargets>(
    `WITH source AS (SELECT filing.*, CASE id WHEN $1::uuid THEN 'proposed' ELSE 'held' END AS stage FROM filing WHERE id IN ($1, $2)),
      act AS (INSERT INTO filing_amendment (id, district_code, filing_id, agency_code, status, channel, reason, request, touches, proposed_at, approved_at)
        SELECT gen_random_uuid(), district_code, id, lead_agency_code, stage::amendment_status, 'form', '改期', request, '{dates}', now(), now() FROM source
        RETURNING id, status)
    SELECT (SELECT id FROM act WHERE status = 'proposed') AS "proposedAct", (SELECT id FROM act WHERE status = 'held') AS "heldAct"`,
    [filed, held],
  );
  if (!made) throw new Error('no amendments');
  return made;
}
