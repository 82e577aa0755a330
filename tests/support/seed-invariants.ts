const standing = `('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived')`;
const planned = `('annual', 'special')`;

/** What must hold of a told story, as questions for what breaks it: each names rows, and none may be found. */
export const seedInvariants: Readonly<Record<string, string>> = {
  'numbers of an agency’s year have no gap': `
    WITH numbered AS (SELECT lead_agency_code AS agency, substring(filing_no FROM '〔(\\d+)〕')::int AS year, substring(filing_no FROM '〕(\\d+)号')::int AS n
      FROM filing WHERE filing_no IS NOT NULL)
    SELECT agency, numbered.year, count(*), max(n), last FROM numbered FULL JOIN filing_serial serial ON agency_code = agency AND serial.year = numbered.year
    GROUP BY agency, numbered.year, last HAVING count(*) <> max(n) OR min(n) <> 1 OR max(n) IS DISTINCT FROM last`,
  'an entry’s places are its visits': `
    SELECT no, used FROM plan_entry entry
    WHERE until_plan_id IS NULL AND used <> (SELECT count(*) FROM filing JOIN plan_entry own ON own.id = filing.plan_entry_id
      WHERE own.root_id = entry.root_id AND status IN ${standing})`,
  'visits under the cap are counted': `
    WITH counted AS (SELECT enterprise_id, agency.kind AS agency_kind, filing.year, count(DISTINCT filing.id)::int AS visits
      FROM filing JOIN filing_agency part ON filing_id = filing.id JOIN agency ON agency.code = part.agency_code
      WHERE filing.kind IN ${planned} AND status IN ${standing} GROUP BY 1, 2, 3)
    SELECT * FROM counted FULL JOIN visit_counter kept USING (enterprise_id, agency_kind, year)
    WHERE coalesce(counted.visits, 0) <> coalesce(kept.visits, 0)`,
  'a matter is taken by the visit that checks it': `
    WITH used AS (SELECT enterprise_id, code AS matter_code, year, filing.id AS filing_id FROM filing JOIN filing_matter ON filing_id = filing.id
      JOIN matter ON matter.id = matter_id WHERE filing.kind IN ${planned} AND status IN ${standing})
    SELECT * FROM used FULL JOIN matter_visit kept USING (enterprise_id, matter_code, year) WHERE used.filing_id IS DISTINCT FROM kept.filing_id`,
  'the tally is what stands in the list': `
    WITH counted AS (SELECT district_code, lead_agency_code AS agency_code, start_day AS day, kind, status, count(*)::int AS filings FROM filing GROUP BY 1, 2, 3, 4, 5)
    SELECT * FROM counted FULL JOIN filing_tally kept USING (district_code, agency_code, day, kind, status)
    WHERE coalesce(counted.filings, 0) <> coalesce(kept.filings, 0)`,
  'nobody enters on a quiet day but for special fields and exemptions': `
    SELECT filing.id FROM filing WHERE district_code = '431103' AND kind IN ${planned} AND status IN ${standing}
      AND (extract(day FROM start_day) <= 20 OR extract(day FROM (ends_at - interval '1 ms') AT TIME ZONE 'Asia/Shanghai') <= 20)
      AND request -> 'exemption' = 'null' AND EXISTS (SELECT FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id AND NOT special_field)`,
  'what is filed was lawful, and has its policy': `
    SELECT id, verdict ->> 'kind' FROM filing WHERE status IN ${standing} AND (verdict ->> 'kind' IS NULL OR verdict ->> 'kind' = 'forbidden' OR policy_id IS NULL)`,
  'what is refused was forbidden, by the rules named': `
    SELECT id FROM refusal WHERE verdict ->> 'kind' <> 'forbidden' OR rules = '{}' OR rules <> ARRAY(
      SELECT finding ->> 'rule' FROM jsonb_array_elements(verdict -> 'findings') finding WHERE finding ->> 'outcome' = 'forbidden')`,
  'what is filed was filed before entry, after approval': `
    SELECT id FROM filing WHERE filed_at >= starts_at OR approved_at > filed_at OR submitted_at > approved_at`,
  'a planned visit comes from the draw, but for what is covered in full': `
    SELECT filing.id FROM filing LEFT JOIN plan_entry ON plan_entry.id = plan_entry_id
    WHERE filing.kind IN ${planned} AND (plan_entry_id IS NULL OR draw_outcome_id IS NULL AND NOT full_coverage)`,
  'every visit has two inspectors, agencies and matters': `
    SELECT id FROM filing WHERE (SELECT count(*) FROM filing_inspector WHERE filing_id = filing.id) < 2
      OR NOT EXISTS (SELECT FROM filing_matter WHERE filing_id = filing.id) OR NOT EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND is_lead)`,
  'an emergency has its call, and is late exactly where it came after the due day': `
    SELECT filing.id FROM filing LEFT JOIN emergency call ON call.filing_id = filing.id
    WHERE filing.emergency <> (call.filing_id IS NOT NULL) OR call.late <> (supplemented_at IS NOT NULL AND (supplemented_at AT TIME ZONE 'Asia/Shanghai')::date > due_day)`,
  'a notice that was acknowledged says by whom, and contacts are told with it': `
    SELECT notice.filing_id FROM territory_notice notice WHERE (acknowledged_at IS NULL) <> (acknowledged_how IS NULL)
    UNION ALL SELECT told.filing_id FROM contact_notice told WHERE NOT EXISTS (SELECT FROM territory_notice WHERE filing_id = told.filing_id)`,
  'who is told of a filing may read it': `
    SELECT told.id FROM notification told JOIN user_account ON user_account.id = user_id JOIN filing ON filing.id = subject_id
    WHERE filing.district_code <> user_account.district_code`,
  'who has left was checked in and out, and what is recorded has a finding for every matter': `
    SELECT filing.id FROM filing JOIN filing_agency part ON part.filing_id = filing.id JOIN agency ON agency.code = part.agency_code
    WHERE filing.status IN ('left', 'findingRecorded', 'rated', 'unrated', 'archived') AND starts_at < now() AND (checked_in_at IS NULL OR checked_out_at <= checked_in_at
      OR filing.status <> 'left' AND (recorded_at IS NULL OR EXISTS (SELECT FROM filing_matter JOIN matter ON matter.id = matter_id
        WHERE filing_matter.filing_id = filing.id AND matter.agency_kind = agency.kind
          AND NOT EXISTS (SELECT FROM finding WHERE finding.filing_id = filing.id AND finding.matter_id = matter.id AND finding.agency_code = agency.code))))`,
  'a letter is issued after its findings, and public after it was issued': `
    SELECT letter.code FROM result_letter letter JOIN filing_agency part USING (filing_id, agency_code)
    WHERE recorded_at IS NULL OR issued_at < recorded_at OR published_at < issued_at OR withdrawn_at < published_at`,
};
