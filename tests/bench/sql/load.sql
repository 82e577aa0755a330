-- What a district's system holds after some years, times ten: 20,000 enterprises, 200,000 filings, 50,000 plan entries with their draws.
-- Runs as the owner on top of the registers. The triggers rest meanwhile; what they keep is computed once at the end.
SET LOCAL synchronous_commit = off;
ALTER TABLE filing DISABLE TRIGGER USER;

-- Agencies that can send two people for a matter that fits every industry, with their leader.
CREATE TEMP TABLE team ON COMMIT DROP AS
SELECT district_code, code, short_name, row_number() OVER (PARTITION BY district_code ORDER BY code) - 1 AS no, count(*) OVER (PARTITION BY district_code) AS teams,
  leader, matter_id, matter, inspectors
FROM agency
JOIN LATERAL (SELECT id AS leader FROM inspector WHERE agency_code = agency.code AND responsible_leader) head ON TRUE
JOIN LATERAL (
  SELECT matter.id AS matter_id, matter.code AS matter, (array_agg(inspector.id ORDER BY inspector.credential_no))[1:2] AS inspectors
  FROM matter JOIN inspector ON inspector.agency_code = agency.code AND matter.group = ANY (groups) AND NOT responsible_leader
    AND credential_no IS NOT NULL AND valid_from <= current_date AND valid_to > current_date + 420
  WHERE matter.district_code = agency.district_code AND matter.agency_kind = agency.kind AND industries = '{}' AND published_to IS NULL
  GROUP BY matter.id HAVING count(*) >= 2 ORDER BY matter.code LIMIT 1) staffed ON TRUE
WHERE subject_kind <> 'none';

CREATE TEMP TABLE firm ON COMMIT DROP AS
SELECT uuidv7() AS id, code AS district_code, n FROM district, generate_series(1, 10000) n;

INSERT INTO enterprise (id, district_code, uscc, name, territory_code, accountable_code, in_park, industry, industry_name, size, risk, key_enterprise,
  address, contact_name, contact_phone, status)
SELECT firm.id, firm.district_code, '91' || firm.district_code || 'BN' || lpad(n::text, 8, '0'), '量测企业' || n || '号', place.code, place.code, n % 3 = 0, '59',
  '装卸搬运和仓储业', 'small', (ARRAY['A', 'B', 'C', 'D']::risk_tier[])[1 + n % 4], n % 10 = 0, '工业大道' || n || '号', '联系人', '19900000000', 'active'
FROM firm JOIN LATERAL (SELECT array_agg(code ORDER BY code) AS codes FROM territory WHERE territory.district_code = firm.district_code) territories ON TRUE
JOIN territory place ON place.code = territories.codes[1 + n % array_length(territories.codes, 1)];

-- Five coming visits at each enterprise, two months apart and each by another agency, late in the month where the first days are quiet.
CREATE TEMP TABLE coming ON COMMIT DROP AS
SELECT district_code, w, j, (date_trunc('month', current_date) + (1 + 2 * w) * interval '1 month')::date + 20 AS from_day, uuidv7() AS entry_id, uuidv7() AS draw_id
FROM (SELECT DISTINCT district_code FROM team) known, generate_series(1, 5) w, generate_series(0, 4999) j;

INSERT INTO plan (id, district_code, year, version, status, published_at)
SELECT uuidv7(), district_code, year, 1, 'published', now() - interval '20 days'
FROM (SELECT DISTINCT district_code, extract(year FROM from_day)::int AS year FROM coming) years;

CREATE TEMP TABLE planned ON COMMIT DROP AS
SELECT coming.*, team.code AS agency, team.matter_id, team.inspectors, plan.id AS plan_id,
  plan.year || '-' || lpad(row_number() OVER (PARTITION BY plan.id ORDER BY w, j)::text, 5, '0') AS entry_no
FROM coming JOIN team ON team.district_code = coming.district_code AND team.no = (j + w) % teams
JOIN plan ON plan.district_code = coming.district_code AND plan.year = extract(year FROM from_day);

INSERT INTO plan_entry (id, root_id, plan_id, no, title, kind, form, from_day, to_day, quota)
SELECT entry_id, entry_id, plan_id, entry_no, '量测计划', 'annual', 'onsite', from_day, from_day + 7, 4 FROM planned;
INSERT INTO plan_entry_agency (plan_entry_id, agency_code, is_lead) SELECT entry_id, agency, true FROM planned;
INSERT INTO plan_entry_matter (plan_entry_id, matter_id) SELECT entry_id, matter_id FROM planned;
INSERT INTO draw (id, district_code, no, year, serial, status, agency_code, published_at)
SELECT draw_id, district_code, '抽取 ' || entry_no, 1900, 1000000 + row_number() OVER (), 'published', agency, now() - interval '10 days' FROM planned;
INSERT INTO draw_entry (draw_id, plan_entry_id, position, sample) SELECT draw_id, entry_id, 0, 2 FROM planned;

CREATE TEMP TABLE drawn ON COMMIT DROP AS
SELECT uuidv7() AS id, draw_id, entry_id, firm.id AS enterprise_id, row_number() OVER (PARTITION BY draw_id ORDER BY n) AS position, inspectors
FROM planned JOIN firm ON firm.district_code = planned.district_code AND (n - 1) / 2 = j;
INSERT INTO draw_outcome (id, draw_id, plan_entry_id, enterprise_id, position) SELECT id, draw_id, entry_id, enterprise_id, position FROM drawn;
INSERT INTO draw_assignment (outcome_id, inspector_id, position)
SELECT id, inspector, place FROM drawn, unnest(inspectors) WITH ORDINALITY AS assigned (inspector, place);

-- Ten visits at each enterprise that need no plan: nine in the last two years, one of them for some still to come.
CREATE TEMP TABLE visit ON COMMIT DROP AS
SELECT uuidv7() AS id, firm.id AS enterprise_id, firm.district_code, team.code AS agency, team.short_name, team.leader, team.matter_id, team.matter,
  team.inspectors, day, day + time '01:00' AT TIME ZONE 'UTC' AS starts_at, CASE WHEN (n + k) % 5 = 0 THEN 'directed' ELSE 'case' END::inspection_kind AS kind,
  CASE WHEN day > current_date THEN 'filed' ELSE (ARRAY['archived', 'rated', 'unrated', 'archived', 'withdrawn'])[1 + (n + 3 * k) % 5] END::filing_status AS status
FROM firm CROSS JOIN generate_series(0, 9) k
CROSS JOIN LATERAL (SELECT CASE WHEN k = 0 AND n % 10 = 0 THEN current_date + 1 + n / 10 % 20 ELSE current_date - 5 - k * 73 - n % 60 END AS day) dated
JOIN team ON team.district_code = firm.district_code AND team.no = (n + 7 * k) % teams;

INSERT INTO filing (id, district_code, status, channel, kind, form, lead_agency_code, enterprise_id, site_address, starts_at, ends_at, start_day, year, request,
  handler_name, handler_phone, submitted_at, approver_id, approved_at, filing_no, public_code, filed_at, nth_by_agency, nth_by_all, policy_id, verdict, claims)
SELECT visit.id, visit.district_code, status, 'seed', kind, 'onsite', agency, enterprise_id, '工业大道', starts_at, starts_at + interval '2 hours', day, year,
  jsonb_build_object('kind', kind, 'planEntry', NULL, 'site', NULL, 'matters', jsonb_build_array(matter), 'form', 'onsite', 'trigger', jsonb_build_object('type', 'tipOff', 'reference', '量测')),
  '经办人', '19900000000', filed_at, leader, filed_at, short_name || '检备〔' || filed_year || '〕' || row_number() OVER (PARTITION BY agency, filed_year ORDER BY filed_at, visit.id) || '号',
  upper(left(md5(visit.id::text), 26)), filed_at, 1, 1, policy.id, jsonb_build_object('kind', 'allowed', 'policy', visit.district_code || '@1', 'findings', '[]'::jsonb, 'fixes', '[]'::jsonb),
  jsonb_build_object('entryId', NULL, 'lines', '[]'::jsonb, 'cap', 1, 'matters', '[]'::jsonb, 'year', year)
FROM visit JOIN policy ON policy.district_code = visit.district_code,
  LATERAL (SELECT extract(year FROM day)::int AS year, least(starts_at - interval '3 days', now()) AS filed_at) times,
  LATERAL (SELECT extract(year FROM filed_at AT TIME ZONE 'Asia/Shanghai')::int AS filed_year) numbered;
INSERT INTO filing_agency (filing_id, agency_code, is_lead) SELECT id, agency, true FROM visit;
INSERT INTO filing_matter (filing_id, matter_id) SELECT id, matter_id FROM visit;
INSERT INTO filing_inspector (filing_id, inspector_id) SELECT id, inspector FROM visit, unnest(inspectors) inspector;

-- What the triggers and the numbering keep.
INSERT INTO filing_tally (district_code, agency_code, day, kind, status, filings)
SELECT district_code, lead_agency_code, start_day, kind, status, count(*) FROM filing GROUP BY 1, 2, 3, 4, 5;
INSERT INTO filing_serial (agency_code, year, last)
SELECT lead_agency_code, extract(year FROM filed_at AT TIME ZONE 'Asia/Shanghai'), count(*) FROM filing GROUP BY 1, 2;
ALTER TABLE filing ENABLE TRIGGER USER;
