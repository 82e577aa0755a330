-- The floor: the rules of a filing as plainly as SQL can say them, and everything that a filing writes, in one call.

-- Grounds against a visit, as ids of rules; and what storing it needs.
CREATE FUNCTION bench_judge(p_lead text, p_body jsonb, OUT grounds text[], OUT refs jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_start timestamptz := p_body ->> 'start';
  v_end timestamptz := p_body ->> 'end';
  v_day date := v_start AT TIME ZONE 'Asia/Shanghai';
  v_last date := (v_end - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai';
  v_kind text := p_body ->> 'kind';
  v_codes text[] := ARRAY(SELECT jsonb_array_elements_text(p_body -> 'matters'));
  v_people text[] := ARRAY(SELECT jsonb_array_elements_text(p_body -> 'inspectors'));
  v_agency agency;
  v_firm enterprise;
  v_entry plan_entry;
  v_policy uuid;
  v_values jsonb;
  v_matters uuid[];
  v_inspectors uuid[];
  v_outcome uuid;
  v_approver uuid;
  v_cap int;
BEGIN
  grounds := '{}';
  SELECT * INTO v_agency FROM agency WHERE code = p_lead;
  SELECT * INTO v_firm FROM enterprise WHERE district_code = v_agency.district_code AND uscc = p_body ->> 'enterprise';
  SELECT id INTO v_policy FROM policy WHERE district_code = v_agency.district_code AND daterange(effective_from, effective_to) @> v_day;
  SELECT jsonb_object_agg(key, value) INTO v_values FROM policy_value WHERE policy_id = v_policy
    AND key IN ('quietDays', 'frequencyCap', 'joint', 'interval', 'undisturbedKinds', 'minimumInspectors', 'territoryNotice');

  IF v_agency.subject_kind = 'none' THEN grounds := array_append(grounds, 'eligible-subject'); END IF;

  SELECT array_agg(id) INTO v_matters FROM matter WHERE district_code = v_agency.district_code AND code = ANY (v_codes)
    AND published_from <= v_day AND (published_to IS NULL OR published_to > v_last) AND agency_kind = v_agency.kind
    AND (industries = '{}' OR v_firm.industry = ANY (industries));
  IF coalesce(cardinality(v_matters), 0) <> cardinality(v_codes) OR v_firm.status <> 'active' THEN grounds := array_append(grounds, 'published-matter'); END IF;

  SELECT entry.* INTO v_entry FROM plan_entry entry JOIN plan ON plan.id = plan_id
    JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND party.agency_code = p_lead
    WHERE plan.district_code = v_agency.district_code AND plan.status <> 'draft' AND until_plan_id IS NULL AND no = p_body ->> 'planEntry' AND used < quota
      AND kind::text = v_kind AND v_day >= from_day AND v_last <= to_day
      AND NOT EXISTS (SELECT FROM unnest(v_matters) m WHERE NOT EXISTS (SELECT FROM plan_entry_matter WHERE plan_entry_id = entry.id AND matter_id = m));
  IF v_entry.id IS NULL THEN grounds := array_append(grounds, 'planned'); END IF;

  SELECT array_agg(id) INTO v_inspectors FROM inspector person WHERE credential_no = ANY (v_people) AND agency_code = p_lead
    AND credential_kind <> 'none' AND valid_from <= v_day AND valid_to >= v_last
    AND EXISTS (SELECT FROM matter WHERE id = ANY (v_matters) AND matter.group = ANY (groups))
    AND NOT EXISTS (SELECT FROM recusal WHERE inspector_id = person.id AND enterprise_id = v_firm.id);
  IF coalesce(cardinality(v_inspectors), 0) < greatest(2, (v_values -> 'minimumInspectors')::int) OR cardinality(v_inspectors) <> cardinality(v_people)
    THEN grounds := array_append(grounds, 'two-officers'); END IF;

  SELECT outcome.id INTO v_outcome FROM drawn_target outcome
    WHERE plan_entry_id = v_entry.root_id AND enterprise_id = v_firm.id
      AND NOT EXISTS (SELECT FROM unnest(v_inspectors) i WHERE NOT EXISTS (SELECT FROM draw_assignment WHERE outcome_id = outcome.id AND inspector_id = i))
      AND NOT EXISTS (SELECT FROM filing WHERE draw_outcome_id = outcome.id AND status NOT IN ('submitted', 'held', 'returned', 'withdrawn', 'expired', 'revoked'));
  IF v_outcome IS NULL THEN grounds := array_append(grounds, 'drawn'); END IF;

  IF v_values #> '{quietDays,kinds}' ? v_kind AND EXISTS (
    SELECT FROM generate_series(v_day, v_last, '1 day') touched, jsonb_array_elements(v_values #> '{quietDays,recurrences}') range
    WHERE extract(day FROM touched) BETWEEN (range ->> 'from')::int AND (range ->> 'to')::int)
    THEN grounds := array_append(grounds, 'quiet-day'); END IF;

  IF v_start <= now() OR v_end <= v_start THEN grounds := array_append(grounds, 'filed-before'); END IF;

  IF v_values #> '{joint,kinds}' ? v_kind AND (EXISTS (
    SELECT FROM filing WHERE enterprise_id = v_firm.id AND status IN ('filed', 'filedWithCondition', 'checkedIn') AND ends_at > now()
      AND start_day BETWEEN v_day - 30 AND v_last + 30
      AND NOT EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND agency_code = p_lead)
  ) OR EXISTS (
    SELECT FROM drawn_target outcome JOIN plan_entry due ON due.root_id = outcome.plan_entry_id AND due.until_plan_id IS NULL JOIN plan ON plan.id = due.plan_id
    WHERE outcome.enterprise_id = v_firm.id AND plan.status <> 'draft' AND due.to_day >= current_date
      AND due.to_day >= v_day - 30 AND due.from_day <= v_last + 30
      AND NOT EXISTS (SELECT FROM plan_entry_agency WHERE plan_entry_id = due.id AND agency_code = p_lead)
      AND NOT EXISTS (SELECT FROM filing WHERE draw_outcome_id = outcome.id AND status NOT IN ('submitted', 'held', 'returned', 'withdrawn', 'expired', 'revoked'))
  )) THEN grounds := array_append(grounds, 'joint'); END IF;

  IF EXISTS (SELECT FROM matter_visit WHERE enterprise_id = v_firm.id AND matter_code = ANY (v_codes) AND year = extract(year FROM v_day))
    THEN grounds := array_append(grounds, 'same-matter-once'); END IF;

  v_cap := CASE WHEN v_values #> '{frequencyCap,highTiers}' ? v_firm.risk::text THEN v_values #> '{frequencyCap,high}' ELSE v_values #> '{frequencyCap,general}' END;
  IF EXISTS (SELECT FROM visit_counter WHERE enterprise_id = v_firm.id AND agency_kind = v_agency.kind AND year = extract(year FROM v_day) AND visits >= v_cap)
    THEN grounds := array_append(grounds, 'frequency-cap'); END IF;

  IF (v_values #> '{interval,days}')::int > 0 AND EXISTS (
    SELECT FROM filing JOIN filing_agency ON filing_id = filing.id AND agency_code = p_lead WHERE enterprise_id = v_firm.id
      AND start_day BETWEEN v_day - (v_values #> '{interval,days}')::int AND v_day)
    THEN grounds := array_append(grounds, 'interval'); END IF;

  IF v_firm.undisturbed AND v_values -> 'undisturbedKinds' ? v_kind THEN grounds := array_append(grounds, 'white-list'); END IF;

  SELECT id INTO v_approver FROM inspector WHERE credential_no = p_body #>> '{approval,by}' AND agency_code = p_lead AND responsible_leader;
  IF v_approver IS NULL OR (p_body #>> '{approval,at}')::timestamptz > now() THEN grounds := array_append(grounds, 'internal-approval'); END IF;

  refs := jsonb_build_object('district', v_agency.district_code, 'shortName', v_agency.short_name, 'line', v_agency.kind, 'policy', v_policy,
    'enterprise', v_firm.id, 'address', v_firm.address, 'entry', v_entry.id, 'outcome', v_outcome, 'matters', v_matters, 'inspectors', v_inspectors,
    'approver', v_approver, 'cap', v_cap, 'territory', v_firm.accountable_code,
    'notice', CASE v_values ->> 'territoryNotice' WHEN 'key' THEN v_firm.key_enterprise WHEN 'park' THEN v_firm.in_park ELSE false END);
END $$;

-- Judges and files: number, code and status, or the grounds against it.
CREATE FUNCTION bench_file(p_lead text, p_body jsonb, p_id uuid, p_code text, p_request text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_start timestamptz := p_body ->> 'start';
  v_day date := v_start AT TIME ZONE 'Asia/Shanghai';
  v_year int := extract(year FROM v_day);
  v_filed_year int := extract(year FROM now() AT TIME ZONE 'Asia/Shanghai');
  v_enterprise uuid;
  v_grounds text[];
  v_refs jsonb;
  v_last int;
  v_no text;
  v_ours int;
  v_all int;
BEGIN
  PERFORM FROM enterprise WHERE district_code = left(p_lead, 6) AND uscc = p_body ->> 'enterprise' FOR NO KEY UPDATE;
  SELECT grounds, refs INTO v_grounds, v_refs FROM bench_judge(p_lead, p_body);
  IF v_grounds <> '{}' THEN RETURN jsonb_build_object('status', 'forbidden', 'grounds', v_grounds); END IF;
  v_enterprise := v_refs ->> 'enterprise';

  UPDATE plan_entry SET used = used + 1 WHERE id = (v_refs ->> 'entry')::uuid AND until_plan_id IS NULL AND used < quota;
  IF NOT FOUND THEN RAISE 'planned'; END IF;
  UPDATE plan_entry_month SET used = used + 1 WHERE plan_entry_id = (v_refs ->> 'entry')::uuid AND month = extract(month FROM v_day);
  INSERT INTO visit_counter AS counter (enterprise_id, agency_kind, year, visits) VALUES (v_enterprise, v_refs ->> 'line', v_year, 1)
    ON CONFLICT (enterprise_id, agency_kind, year) DO UPDATE SET visits = counter.visits + 1 WHERE counter.visits < (v_refs -> 'cap')::int;
  IF NOT FOUND THEN RAISE 'frequency-cap'; END IF;
  SELECT count(*) FILTER (WHERE lead_agency_code = p_lead), count(*) INTO v_ours, v_all FROM filing
    WHERE enterprise_id = v_enterprise AND year = v_year AND status NOT IN ('submitted', 'held', 'returned', 'withdrawn', 'expired', 'revoked');
  INSERT INTO filing_serial AS serial (agency_code, year, last) VALUES (p_lead, v_filed_year, 1)
    ON CONFLICT (agency_code, year) DO UPDATE SET last = serial.last + 1 RETURNING last INTO v_last;
  v_no := format('%s检备〔%s〕%s号', v_refs ->> 'shortName', v_filed_year, v_last);

  INSERT INTO filing (id, district_code, status, channel, kind, form, lead_agency_code, enterprise_id, site_address, plan_entry_id, draw_outcome_id, starts_at,
    ends_at, start_day, year, request, handler_name, handler_phone, submitted_at, approver_id, approved_at, filing_no, public_code, filed_at, nth_by_agency,
    nth_by_all, policy_id, verdict, claims)
  VALUES (p_id, v_refs ->> 'district', 'filed', 'api', (p_body ->> 'kind')::inspection_kind, (p_body ->> 'form')::inspection_form, p_lead, v_enterprise,
    v_refs ->> 'address', (v_refs ->> 'entry')::uuid, (v_refs ->> 'outcome')::uuid, v_start, (p_body ->> 'end')::timestamptz, v_day, v_year, p_body,
    v_refs ->> 'shortName', '', now(), (v_refs ->> 'approver')::uuid, (p_body #>> '{approval,at}')::timestamptz, v_no, p_code, now(), v_ours + 1, v_all + 1,
    (v_refs ->> 'policy')::uuid, jsonb_build_object('kind', 'allowed', 'findings', v_grounds), v_refs);
  INSERT INTO filing_agency (filing_id, agency_code, is_lead) VALUES (p_id, p_lead, true);
  INSERT INTO filing_matter (filing_id, matter_id) SELECT p_id, id::uuid FROM jsonb_array_elements_text(v_refs -> 'matters') id;
  INSERT INTO filing_inspector (filing_id, inspector_id) SELECT p_id, id::uuid FROM jsonb_array_elements_text(v_refs -> 'inspectors') id;
  INSERT INTO matter_visit (enterprise_id, matter_code, year, filing_id)
    SELECT v_enterprise, code, v_year, p_id FROM jsonb_array_elements_text(p_body -> 'matters') code;
  IF (v_refs -> 'notice')::boolean THEN
    INSERT INTO territory_notice (filing_id, territory_code, sent_at) VALUES (p_id, v_refs ->> 'territory', now());
  END IF;
  PERFORM audit_append(v_refs ->> 'district', 'key:bench', p_lead, NULL, p_request, 'filing.filed', p_id::text, jsonb_build_object('filingNo', v_no));
  RETURN jsonb_build_object('id', p_id, 'filingNo', v_no, 'publicCode', p_code, 'status', 'filed');
END $$;

GRANT EXECUTE ON FUNCTION bench_judge(text, jsonb), bench_file(text, jsonb, uuid, text, text) TO ningqi_app;
