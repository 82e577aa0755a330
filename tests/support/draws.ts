import { drawFormat } from '#domain/draw/record.ts';
import { newId } from '#platform/entropy.ts';
import { asOwner } from './api.ts';

type Drawn = { readonly uscc: string; readonly inspectors: readonly string[] };
type Placed = { readonly drawId: string; readonly no: string; readonly outcomes: ReadonlyMap<string, string> };

/** Inserts, as the owner, a published draw of an entry in force with these enterprises and inspectors: ids of the outcomes by USCC. */
export async function placeDraw(district: string, entryNo: string, drawn: readonly Drawn[]): Promise<Placed> {
  const drawId = newId();
  const [draw] = await asOwner<{ no: string; root_id: string }>(
    `WITH entry AS (SELECT plan_entry.root_id, plan.year, agency_code, plan.district_code FROM plan_entry JOIN plan ON plan.id = plan_id
        JOIN plan_entry_agency party ON party.plan_entry_id = plan_entry.id AND is_lead
        WHERE plan.district_code = $2 AND plan.status <> 'draft' AND until_plan_id IS NULL AND plan_entry.no = $3),
      serial AS (INSERT INTO draw_serial AS kept (district_code, year, last) SELECT district_code, year, 900 FROM entry
        ON CONFLICT (district_code, year) DO UPDATE SET last = kept.last + 1 RETURNING last),
      draw AS (INSERT INTO draw (id, district_code, no, year, serial, format, status, agency_code, published_at)
        SELECT $1, district_code, format('试抽〔%s〕%s号', year, last), year, last, $4, 'published', agency_code, now() FROM entry, serial RETURNING no),
      part AS (INSERT INTO draw_entry (draw_id, plan_entry_id, position, sample) SELECT $1, root_id, 0, $5 FROM entry)
    SELECT draw.no, root_id FROM draw, entry`,
    [drawId, district, entryNo, drawFormat, drawn.length],
  );
  if (!draw) throw new Error(`${district} has no entry ${entryNo}`);
  const outcomes = new Map<string, string>();
  for (const [index, { uscc, inspectors }] of drawn.entries()) {
    outcomes.set(uscc, await placeOutcome({ drawId, root: draw.root_id, district, position: index + 1 }, uscc, inspectors));
  }
  return { drawId, no: draw.no, outcomes };
}

type Place = { readonly drawId: string; readonly root: string; readonly district: string; readonly position: number };

async function placeOutcome({ drawId, root, district, position }: Place, uscc: string, inspectors: readonly string[]): Promise<string> {
  const id = newId();
  await asOwner(
    `INSERT INTO draw_outcome (id, draw_id, plan_entry_id, enterprise_id, position)
    SELECT $1, $2, $3, id, $4 FROM enterprise WHERE district_code = $5 AND uscc = $6`,
    [id, drawId, root, position, district, uscc],
  );
  await asOwner(
    `INSERT INTO draw_assignment (outcome_id, inspector_id, position)
    SELECT $1, inspector.id, rank FROM unnest($2::text[]) WITH ORDINALITY AS named (credential, rank) JOIN inspector ON credential_no = credential`,
    [id, inspectors],
  );
  return id;
}

type EntryChange = {
  readonly no: string;
  readonly agency: string;
  readonly matter: string;
  readonly from: string;
  readonly to: string;
  readonly quota?: number;
};

/** A special entry of its own in the plan in force of that year, led by the agency, for one matter. Gives its root's id. */
export async function placeEntry(district: string, { no, agency, matter, from, to, quota = 10 }: EntryChange): Promise<string> {
  const [row] = await asOwner<{ id: string }>(
    `WITH current AS (SELECT id FROM plan WHERE district_code = $1 AND year = left($2, 4)::int AND status = 'published'),
      entry AS (INSERT INTO plan_entry (id, root_id, plan_id, no, title, kind, form, from_day, to_day, quota)
        SELECT fresh, fresh, current.id, $2, '试验专项检查 ' || $2, 'special', 'onsite', $5::date, $6::date, $7 FROM current, gen_random_uuid() fresh RETURNING id),
      party AS (INSERT INTO plan_entry_agency (plan_entry_id, agency_code, is_lead) SELECT id, $3, true FROM entry),
      part AS (INSERT INTO plan_entry_matter (plan_entry_id, matter_id) SELECT entry.id, matter.id FROM entry, matter
        WHERE matter.district_code = $1 AND code = $4 AND published_to IS NULL)
    SELECT id FROM entry`,
    [district, no, agency, matter, from, to, quota],
  );
  if (!row) throw new Error(`${district} has no plan for ${no}`);
  return row.id;
}
