-- A record past the head of its chain does not verify, and a chain without a head does not at all: only audit_append moves the head.
CREATE OR REPLACE FUNCTION audit_verify(p_chain text) RETURNS int LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(
    (SELECT min(broken.seq) FROM (
      SELECT seq, seq <> row_number() OVER w
        OR seq > coalesce((SELECT head.seq FROM audit_head head WHERE head.chain = p_chain), 0)
        OR previous <> coalesce(lag(hash) OVER w, repeat('0', 64))
        OR hash <> audit_hash(chain, seq, at, actor, agency_code, session_id, request_id, event, subject, detail, previous) AS bad
      FROM audit_record WHERE chain = p_chain WINDOW w AS (ORDER BY seq)) broken WHERE broken.bad),
    (SELECT head.seq FROM audit_head head WHERE head.chain = p_chain
      AND NOT EXISTS (SELECT FROM audit_record last WHERE last.chain = head.chain AND last.seq = head.seq AND last.hash = head.hash)))
$$;
