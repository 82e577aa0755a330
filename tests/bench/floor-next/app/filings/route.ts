import { pool } from '../../pool.ts';

// The same page as the product's JSON list, by the agency's own index.
const text = `SELECT filing.id, filing_no AS "filingNo", public_code AS "publicCode", filing.status, filing.kind, filing.form, uscc, enterprise.name, site_address AS site,
    starts_at AS start, ends_at AS "end", plan_entry.no AS "planEntry", lead_agency_code AS lead, filed_at AS "filedAt", remark,
    ARRAY(SELECT agency_code FROM filing_agency WHERE filing_id = filing.id AND NOT is_lead) AS "coAgencies",
    ARRAY(SELECT credential_no FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS inspectors,
    ARRAY(SELECT code FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id) AS matters
  FROM (SELECT * FROM filing WHERE lead_agency_code = $1 ORDER BY starts_at DESC, id DESC LIMIT 100) filing
  JOIN enterprise ON enterprise.id = enterprise_id LEFT JOIN plan_entry ON plan_entry.id = plan_entry_id ORDER BY starts_at DESC, filing.id DESC`;

/** F4: the list as JSON. */
export async function GET(request: Request): Promise<Response> {
  const agency = new URL(request.url).searchParams.get('agency');
  const { rows } = await pool.query({ name: 'list', text, values: [agency] });
  return Response.json({ items: rows });
}
