import { type Pool, type PoolLines, readPool } from '#domain/draw/compose-frozen.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import type { PolicyKey, PolicyValues, Sourced } from '#domain/law/policy.ts';
import type { Connection } from './rows.ts';

type NeedAgency = { readonly agency: string; readonly kind: string; readonly groups: readonly string[] };

/** A plan entry whose pool is read: its root, the lead first among its agencies, its matters with their lines of business. */
export type PoolNeed = {
  readonly districtCode: string;
  readonly entryId: string;
  readonly year: number;
  readonly kind: InspectionKind;
  readonly fromDay: string;
  readonly toDay: string;
  readonly agencies: readonly NeedAgency[];
  readonly matters: readonly { readonly code: string; readonly industries: readonly string[]; readonly specialField: boolean }[];
  readonly policy: { readonly [K in PolicyKey]: Sourced<PolicyValues[K]> };
};

const subjectsSql = `pool AS MATERIALIZED (
  SELECT enterprise.id, uscc, ($2::jsonb -> 'weights' ->> risk::text)::int AS weight, CASE
    WHEN status = 'cancelled' THEN 'cancelled' WHEN status = 'suspended' THEN 'suspended'
    WHEN ($2::jsonb ->> 'isCapped')::boolean AND EXISTS (SELECT FROM visit_counter counter, jsonb_to_record($2::jsonb -> 'cap') cap (general int, high int)
      WHERE enterprise_id = enterprise.id AND year = $3 AND agency_kind = ANY ($4::text[])
        AND visits >= CASE WHEN $2::jsonb -> 'cap' -> 'highTiers' ? risk::text THEN cap.high ELSE cap.general END) THEN 'capReached'
    WHEN ($2::jsonb ->> 'isQuiet')::boolean AND undisturbed THEN 'undisturbed'
    WHEN EXISTS (SELECT FROM drawn_target target JOIN plan_entry other ON other.id = target.plan_entry_id JOIN plan ON plan.id = other.plan_id
      JOIN plan_entry_agency party ON party.plan_entry_id = other.id AND is_lead
      WHERE target.enterprise_id = enterprise.id AND plan.district_code = $1 AND plan.year = $3 AND party.agency_code = $5 AND other.root_id <> $6) THEN 'alreadyDrawn'
    WHEN ($2::jsonb ->> 'isOnce')::boolean AND EXISTS (SELECT FROM matter_visit
      WHERE enterprise_id = enterprise.id AND year = $3 AND matter_code = ANY ($7::text[])) THEN 'matterDone' END AS reason
  FROM enterprise WHERE district_code = $1 AND merged_into_id IS NULL
    AND NOT EXISTS (SELECT FROM jsonb_array_elements($8::jsonb) lines WHERE NOT lines ? industry))`;

const peopleSql = `last_visit AS MATERIALIZED (
    SELECT DISTINCT ON (agency_code, enterprise_id) agency_code, enterprise_id, filing.id AS filing_id
    FROM filing JOIN filing_agency party ON party.filing_id = filing.id
    WHERE filing.district_code = $1 AND agency_code IN (SELECT need ->> 'agency' FROM jsonb_array_elements($9::jsonb) need)
      AND filing.status IN ('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived')
    ORDER BY agency_code, enterprise_id, starts_at DESC, filing.id DESC),
  recused AS (SELECT inspector_id, array_agg(DISTINCT uscc) AS codes FROM recusal JOIN pool ON pool.id = enterprise_id WHERE pool.reason IS NULL GROUP BY 1),
  visited AS (SELECT person.inspector_id, array_agg(DISTINCT uscc) AS codes FROM last_visit visit JOIN pool ON pool.id = visit.enterprise_id
    JOIN filing_inspector person ON person.filing_id = visit.filing_id
    JOIN inspector ON inspector.id = person.inspector_id AND inspector.agency_code = visit.agency_code WHERE pool.reason IS NULL GROUP BY 1)`;

const officersSql = `SELECT coalesce(json_agg(json_build_object('id', credential_no, 'agency', agency_code, 'groups', groups, 'reason', CASE
      WHEN left_on IS NOT NULL THEN 'left' WHEN responsible_leader THEN 'approves'
      WHEN valid_from IS NULL OR valid_to IS NULL OR valid_from > $10::date OR valid_to < $11::date THEN 'expires'
      WHEN need -> 'groups' <> '[]' AND NOT groups && ARRAY(SELECT jsonb_array_elements_text(need -> 'groups')) THEN 'outOfRange' END,
    'recused', coalesce(recused.codes, '{}'), 'visitedLast', coalesce(visited.codes, '{}')) ORDER BY credential_no COLLATE "C"), '[]')
  FROM inspector JOIN jsonb_array_elements($9::jsonb) need ON need ->> 'agency' = agency_code
  LEFT JOIN recused ON recused.inspector_id = inspector.id LEFT JOIN visited ON visited.inspector_id = inspector.id
  WHERE credential_no IS NOT NULL AND credential_kind <> 'none'`;

/** Which of the policy's rules bear on an entry of its kind. */
function rulesOf({ kind, matters, policy }: PoolNeed): string {
  const isSpecial = matters.length > 0 && matters.every(({ specialField }) => specialField);
  return JSON.stringify({
    weights: policy.draw.value.weights,
    cap: policy.frequencyCap.value,
    isCapped: policy.frequencyCap.value.kinds.includes(kind),
    isQuiet: policy.undisturbedKinds.value.includes(kind) && !isSpecial,
    isOnce: policy.sameMatterOnceKinds.value.includes(kind),
  });
}

/**
 * The pool of an entry by the rules of the product, read where the product's own statement cannot be: before a server runs.
 * A test compares the two. Neither district of the demo divides its pool into strata.
 */
export async function readEntryPool(db: Connection, need: PoolNeed): Promise<Pool> {
  const { districtCode, entryId, year, agencies, matters, fromDay, toDay } = need;
  const lines = matters.flatMap(({ industries }) => (industries.length > 0 ? [industries] : []));
  const { rows } = await db.query<PoolLines>(
    `WITH ${subjectsSql}, ${peopleSql}
    SELECT (SELECT coalesce(string_agg(uscc || ',' || weight || ',0,', E'\\n' ORDER BY uscc COLLATE "C"), '') FROM pool WHERE reason IS NULL) AS subjects,
      (SELECT coalesce(string_agg('0,' || uscc || ',' || reason, E'\\n' ORDER BY uscc COLLATE "C"), '') FROM pool WHERE reason IS NOT NULL) AS excluded,
      (${officersSql}) AS officers`,
    [
      ...[districtCode, rulesOf(need), year, agencies.map(({ kind }) => kind), agencies[0]?.agency ?? '', entryId],
      ...[matters.map(({ code }) => code), JSON.stringify(lines), JSON.stringify(agencies), fromDay, toDay],
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('nothing gathered');
  return readPool(row, 1);
}
