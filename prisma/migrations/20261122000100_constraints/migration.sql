-- The limits that no code may break: checks, exclusion, the tally, the audit chain, and what the application's role may do.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Values -------------------------------------------------------------------------------------------------------------------------
ALTER TABLE policy ADD CONSTRAINT policy_range CHECK (effective_to IS NULL OR effective_to > effective_from);
ALTER TABLE policy ADD CONSTRAINT policy_one_in_force EXCLUDE USING gist (district_code WITH =, daterange(effective_from, effective_to) WITH &&);
ALTER TABLE inspector ADD CONSTRAINT inspector_credential_whole CHECK (
  (credential_kind = 'none') = (credential_no IS NULL) AND (credential_no IS NULL) = (valid_to IS NULL) AND valid_from <= valid_to);
CREATE UNIQUE INDEX inspector_one_leader ON inspector (agency_code) WHERE responsible_leader;
ALTER TABLE matter ADD CONSTRAINT matter_range CHECK (published_to IS NULL OR published_to > published_from);
ALTER TABLE enterprise ADD CONSTRAINT enterprise_uscc_form CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');
CREATE UNIQUE INDEX plan_one_in_force ON plan (district_code, year) WHERE status = 'published';
ALTER TABLE plan ADD CONSTRAINT plan_published_at CHECK ((status = 'draft') = (published_at IS NULL));
ALTER TABLE plan_entry ADD CONSTRAINT plan_entry_quota CHECK (quota >= 0 AND used BETWEEN 0 AND quota);
ALTER TABLE plan_entry ADD CONSTRAINT plan_entry_range CHECK (from_day <= to_day);
CREATE UNIQUE INDEX plan_entry_one_lead ON plan_entry_agency (plan_entry_id) WHERE is_lead;
CREATE UNIQUE INDEX filing_agency_one_lead ON filing_agency (filing_id) WHERE is_lead;

-- A filing -----------------------------------------------------------------------------------------------------------------------
ALTER TABLE filing ADD CONSTRAINT filing_range CHECK (ends_at > starts_at);
ALTER TABLE filing ADD CONSTRAINT filing_local_day CHECK (
  start_day = (starts_at AT TIME ZONE 'Asia/Shanghai')::date AND year = extract(year FROM start_day));
ALTER TABLE filing ADD CONSTRAINT filing_numbered CHECK (
  CASE WHEN status IN ('submitted', 'held', 'returned') THEN filing_no IS NULL WHEN status <> 'withdrawn' THEN filing_no IS NOT NULL ELSE true END
  AND (filing_no IS NULL) = (public_code IS NULL) AND (filing_no IS NULL) = (filed_at IS NULL));
ALTER TABLE filing ADD CONSTRAINT filing_before_entry CHECK (channel = 'seed' OR filed_at IS NULL OR filed_at < starts_at);
ALTER TABLE filing ADD CONSTRAINT filing_approved CHECK (status IN ('submitted', 'returned', 'withdrawn') OR approved_at IS NOT NULL);
ALTER TABLE filing ADD CONSTRAINT filing_public_code_form CHECK (public_code ~ '^[0-9A-HJKMNP-TV-Z]{26}$');
-- One visit, one filing: a lead agency cannot stand twice at one enterprise at one time.
ALTER TABLE filing ADD CONSTRAINT filing_visit_once EXCLUDE USING gist (
  enterprise_id WITH =, lead_agency_code WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (status IN ('filed', 'filedWithCondition', 'checkedIn'));
CREATE INDEX filing_held ON filing (district_code, held_due_day) WHERE status = 'held';
CREATE INDEX filing_submitted ON filing (lead_agency_code, submitted_at) WHERE status = 'submitted';
CREATE INDEX enterprise_name_search ON enterprise USING gin (name gin_trgm_ops);
ALTER TABLE visit_counter ADD CONSTRAINT visit_counter_positive CHECK (visits >= 0);
ALTER TABLE filing_serial ADD CONSTRAINT filing_serial_positive CHECK (last > 0);

-- The instant of filing is the database's: nobody can set it.
CREATE FUNCTION filing_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.channel = 'seed' AND TG_OP = 'INSERT' AND NOT has_table_privilege(current_user, 'audit_record', 'UPDATE') THEN
    RAISE EXCEPTION 'only the owner loads filings of the past' USING ERRCODE = '42501';
  END IF;
  IF NEW.channel <> 'seed' AND NEW.filing_no IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.filing_no IS NULL) THEN
    NEW.filed_at := now();
  ELSIF TG_OP = 'UPDATE' AND OLD.filed_at IS NOT NULL THEN
    NEW.filed_at := OLD.filed_at;
    NEW.filing_no := OLD.filing_no;
    NEW.public_code := OLD.public_code;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filing_stamp BEFORE INSERT OR UPDATE ON filing FOR EACH ROW EXECUTE FUNCTION filing_stamp();

-- Counts for lists and home pages, kept in the writing transaction: counting millions of rows takes seconds.
CREATE FUNCTION filing_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.status, OLD.start_day, OLD.kind, OLD.lead_agency_code) = (NEW.status, NEW.start_day, NEW.kind, NEW.lead_agency_code) THEN
      RETURN NULL;
    END IF;
    UPDATE filing_tally SET filings = filings - 1
      WHERE (district_code, agency_code, day, kind, status) = (OLD.district_code, OLD.lead_agency_code, OLD.start_day, OLD.kind, OLD.status);
  END IF;
  INSERT INTO filing_tally AS tally (district_code, agency_code, day, kind, status, filings)
    VALUES (NEW.district_code, NEW.lead_agency_code, NEW.start_day, NEW.kind, NEW.status, 1)
    ON CONFLICT (district_code, agency_code, day, kind, status) DO UPDATE SET filings = tally.filings + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER filing_count AFTER INSERT OR UPDATE ON filing FOR EACH ROW EXECUTE FUNCTION filing_count();

-- Lock-out and rate limits (the table that rate-limiter-flexible expects).
CREATE TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- The audit chain ----------------------------------------------------------------------------------------------------------------
-- The one way to write an audit record. Takes the chain's head under a lock, so call it last in a transaction.
CREATE FUNCTION audit_append(
  p_scope text, p_actor text, p_agency text, p_session uuid, p_request text, p_event text, p_subject text, p_detail jsonb
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  v_at timestamptz(6) := clock_timestamp();
  v_chain text := p_scope || '/' || extract(year FROM v_at AT TIME ZONE 'Asia/Shanghai')::int;
  v_seq int;
  v_previous text;
  v_hash text;
BEGIN
  INSERT INTO audit_head (chain, seq, hash) VALUES (v_chain, 0, repeat('0', 64)) ON CONFLICT (chain) DO NOTHING;
  SELECT seq + 1, hash INTO v_seq, v_previous FROM audit_head WHERE chain = v_chain FOR UPDATE;
  v_hash := audit_hash(v_chain, v_seq, v_at, p_actor, p_agency, p_session, p_request, p_event, p_subject, p_detail, v_previous);
  INSERT INTO audit_record (chain, seq, at, actor, agency_code, session_id, request_id, event, subject, detail, previous, hash)
    VALUES (v_chain, v_seq, v_at, p_actor, p_agency, p_session, p_request, p_event, p_subject, p_detail, v_previous, v_hash);
  UPDATE audit_head SET seq = v_seq, hash = v_hash WHERE chain = v_chain;
  RETURN v_hash;
END $$;

-- SHA-256 over a JSON array of the fields in this order; the instant in UTC with microseconds.
CREATE FUNCTION audit_hash(
  p_chain text, p_seq int, p_at timestamptz, p_actor text, p_agency text, p_session uuid, p_request text, p_event text,
  p_subject text, p_detail jsonb, p_previous text
) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    p_chain, p_seq, to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor, p_agency, p_session, p_request,
    p_event, p_subject, p_detail, p_previous)::text, 'UTF8')), 'hex')
$$;

-- The first record of a chain that does not verify, or null: nothing missing, nothing changed up to the head.
CREATE FUNCTION audit_verify(p_chain text) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(
    (SELECT min(broken.seq) FROM (
      SELECT seq, seq <> row_number() OVER w
        OR previous <> coalesce(lag(hash) OVER w, repeat('0', 64))
        OR hash <> audit_hash(chain, seq, at, actor, agency_code, session_id, request_id, event, subject, detail, previous) AS bad
      FROM audit_record WHERE chain = p_chain WINDOW w AS (ORDER BY seq)) broken WHERE broken.bad),
    (SELECT head.seq FROM audit_head head WHERE head.chain = p_chain
      AND NOT EXISTS (SELECT FROM audit_record last WHERE last.chain = head.chain AND last.seq = head.seq AND last.hash = head.hash)))
$$;

-- The application's role ---------------------------------------------------------------------------------------------------------
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ningqi_app') THEN CREATE ROLE ningqi_app NOLOGIN; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO ningqi_app;
-- What is published or registered is read; each table that the application changes is named, and nothing is ever deleted but these.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ningqi_app;
GRANT INSERT, UPDATE ON session, api_key, idempotency_key, notification, filing_draft, filing, territory_notice,
  filing_serial, visit_counter, matter_visit, filing_tally TO ningqi_app;
GRANT INSERT ON filing_agency, filing_matter, filing_inspector, refusal TO ningqi_app;
GRANT INSERT, UPDATE, DELETE ON rate_limit TO ningqi_app;
GRANT DELETE ON filing_draft, matter_visit, idempotency_key TO ningqi_app;
GRANT UPDATE (used) ON plan_entry TO ningqi_app;
GRANT UPDATE (disabled_at, password_hash) ON user_account TO ningqi_app;
-- A row lock needs the right to update something: the lock on the enterprise serialises what is filed there.
GRANT UPDATE (id) ON enterprise TO ningqi_app;
REVOKE ALL ON FUNCTION audit_append(text, text, text, uuid, text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(text, text, text, uuid, text, text, text, jsonb) TO ningqi_app;
