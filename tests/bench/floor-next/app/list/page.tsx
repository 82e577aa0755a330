import { pool } from '../../pool.ts';

export const dynamic = 'force-dynamic';

type Row = Record<'id' | 'no' | 'enterprise' | 'agency' | 'kind' | 'status' | 'matters', string> & {
  start: Date;
  end: Date;
  inspectors: number;
};

const text = `SELECT filing.id, filing_no AS no, enterprise.name AS enterprise, short_name AS agency, filing.kind, filing.status, starts_at AS start, ends_at AS "end",
    (SELECT string_agg(name, '、') FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id) AS matters,
    (SELECT count(*)::int FROM filing_inspector WHERE filing_id = filing.id) AS inspectors
  FROM (SELECT * FROM filing WHERE district_code = $1 ORDER BY starts_at DESC, id DESC LIMIT 50) filing
  JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = lead_agency_code ORDER BY starts_at DESC, filing.id DESC`;

/** F5: fifty rows in a table. */
export default async function Page() {
  const { rows } = await pool.query<Row>({ name: 'page', text, values: ['431103'] });
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.start.toISOString()}</td>
            <td>{row.end.toISOString()}</td>
            <td>
              <a href={`/filings/${row.id}`}>{row.no}</a>
            </td>
            <td>{row.enterprise}</td>
            <td>{row.agency}</td>
            <td>{row.kind}</td>
            <td>{row.matters}</td>
            <td>{row.inspectors}</td>
            <td>{row.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
