import { asOwner } from './api.ts';

type Checksums = Readonly<Record<string, string>>;

/** A checksum of every table's rows, to show that a call changed none of them; sessions apart, which note when they were seen. */
export async function readState(): Promise<Checksums> {
  const tables = await asOwner<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('session', 'rate_limit') ORDER BY 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(row::text), '' ORDER BY md5(row::text))), '') AS sum FROM "${name}" row`,
  );
  const rows = await asOwner<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** One value of one row; fails where there is none. */
export async function readOne<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row> {
  const [row] = await asOwner<Row>(text, values);
  if (!row) throw new Error(`nothing found: ${text}`);
  return row;
}

/** What stands in a filing's row. */
export function readFiling(id: string) {
  return readOne<{
    status: string;
    filing_no: string | null;
    public_code: string | null;
    remark: string;
    nth_by_agency: number | null;
    nth_by_all: number | null;
    author_id: string | null;
    approver_id: string | null;
    decided_by_id: string | null;
    held_due_day: Date | null;
    verdict: { kind: string } | null;
  }>('SELECT * FROM filing WHERE id = $1', [id]);
}

/** What was recorded about something, oldest first. */
export async function readEvents(subject: string): Promise<string[]> {
  const rows = await asOwner<{ event: string }>('SELECT event FROM audit_record WHERE subject = $1 ORDER BY at, seq', [subject]);
  return rows.map(({ event }) => event);
}

/** The detail of the last record of an event about something. */
export async function readDetail(subject: string, event: string): Promise<Record<string, unknown>> {
  const text = 'SELECT detail FROM audit_record WHERE subject = $1 AND event = $2 ORDER BY seq DESC LIMIT 1';
  return (await readOne<{ detail: Record<string, unknown> }>(text, [subject, event])).detail;
}

/** Who was told of something, by account. */
export async function readTold(subject: string, event: string): Promise<string[]> {
  const rows = await asOwner<{ username: string }>(
    'SELECT username FROM notification JOIN user_account ON user_account.id = user_id WHERE subject_id = $1 AND event = $2 ORDER BY 1',
    [subject, event],
  );
  return rows.map(({ username }) => username);
}

type Limits = { readonly places: number; readonly visits: number; readonly matters: number };

/** What is used of the limits that a visit takes: places of the entry, visits of the line, the matter's once a year. */
export async function readLimits(visit: {
  entry: string;
  enterprise: string;
  line: string;
  matter: string;
  year: number;
}): Promise<Limits> {
  return readOne<Limits>(
    `SELECT (SELECT used FROM plan_entry JOIN plan ON plan.id = plan_id WHERE plan.district_code = enterprise.district_code AND no = $2 AND until_plan_id IS NULL) AS places,
      coalesce((SELECT visits FROM visit_counter WHERE enterprise_id = enterprise.id AND agency_kind = $3 AND year = $5), 0) AS visits,
      (SELECT count(*)::int FROM matter_visit WHERE enterprise_id = enterprise.id AND matter_code = $4 AND year = $5) AS matters
    FROM enterprise WHERE uscc = $1`,
    [visit.enterprise, visit.entry, visit.line, visit.matter, visit.year],
  );
}
