import { asJourneyOwner } from '#support/journey-owner.ts';

/** How far a placed visit has come. */
type Stage = 'before' | 'inside' | 'after';
type Placed = { readonly id: string; readonly enterprise: string };

// A copy of one that the demo filed, at an enterprise where nobody else is today, without plan and draw: no other journey meets it.
const placing = `WITH lone AS (SELECT filing_id FROM filing_agency GROUP BY filing_id HAVING count(*) = 1),
  mine AS (SELECT account.inspector_id AS id, agency_code FROM user_account account WHERE username = $2),
  moment AS (SELECT now() - interval '1 hour' AS start, gen_random_uuid() AS id),
  firm AS (SELECT id, name FROM enterprise WHERE district_code = (SELECT district_code FROM user_account WHERE username = $2) AND status = 'active'
    AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id AND starts_at BETWEEN now() - interval '7 days' AND now() + interval '7 days')
    ORDER BY random() LIMIT 1),
  model AS (SELECT filing.* FROM filing JOIN lone ON lone.filing_id = filing.id JOIN mine ON agency_code = lead_agency_code
    WHERE status = 'filed' AND NOT emergency ORDER BY starts_at, filing.id LIMIT 1),
  placed AS (INSERT INTO filing SELECT (jsonb_populate_record(NULL::filing, to_jsonb(model) || jsonb_build_object('id', moment.id, 'channel', 'seed', 'kind', 'case',
      'status', (ARRAY['filed', 'checkedIn', 'left'])[$1::int + 1], 'enterprise_id', firm.id, 'plan_entry_id', NULL, 'draw_outcome_id', NULL,
      'claims', NULL, 'starts_at', start, 'ends_at', start + interval '4 hours', 'start_day', (start AT TIME ZONE 'Asia/Shanghai')::date,
      'year', extract(year FROM start AT TIME ZONE 'Asia/Shanghai'), 'filed_at', start - interval '1 day',
      'filing_no', regexp_replace(filing_no, '[0-9]+(号?)$', 8000 + floor(random() * 2000)::int || '\\1'), 'public_code', upper(left(md5(moment.id::text), 26))))).*
    FROM model, moment, firm RETURNING id, starts_at),
  part AS (INSERT INTO filing_agency (filing_id, agency_code, is_lead, checked_in_at, checked_out_at, people_came)
    SELECT placed.id, agency_code, true, CASE WHEN $1 > 0 THEN starts_at + interval '5 minutes' END,
      CASE WHEN $1 > 1 THEN starts_at + interval '50 minutes' END, CASE WHEN $1 > 0 THEN 2 END FROM placed, mine),
  matters AS (INSERT INTO filing_matter (filing_id, matter_id) SELECT placed.id, matter_id FROM placed, filing_matter WHERE filing_id = (SELECT id FROM model)),
  officers AS (INSERT INTO filing_inspector (filing_id, inspector_id) SELECT placed.id, inspector.id FROM placed, mine JOIN inspector USING (agency_code)
    WHERE inspector.id = mine.id OR inspector.id = (SELECT other.id FROM inspector other WHERE other.agency_code = mine.agency_code
      AND NOT responsible_leader AND other.id NOT IN (SELECT inspector_id FROM user_account WHERE inspector_id IS NOT NULL) ORDER BY other.id LIMIT 1)),
  notice AS (INSERT INTO territory_notice (filing_id, territory_code, sent_at, acknowledged_at)
    SELECT placed.id, code, starts_at - interval '20 hours', starts_at - interval '1 hour' FROM placed,
      (SELECT code FROM territory WHERE district_code = (SELECT district_code FROM model) ORDER BY code LIMIT 1) told)
  SELECT placed.id, firm.name AS enterprise FROM placed, firm`;

/** Places a visit of the inspector's whose window is now and whose territory has acknowledged: what no button may do. */
export async function placeVisit(username: string, stage: Stage = 'before'): Promise<Placed> {
  const [placed] = await asJourneyOwner<Placed>(placing, [['before', 'inside', 'after'].indexOf(stage), username]);
  if (!placed) throw new Error('the demo has no visit to copy');
  return placed;
}
