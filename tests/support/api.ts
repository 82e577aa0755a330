import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashSecret, newId, newSecret } from '#platform/entropy.ts';
import { useDatabase } from './database.ts';

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = {
  key?: string;
  body?: unknown;
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: string;
};
export type Answered = { status: number; headers: Headers; body: Record<string, unknown> };

/** Runs statements as the database's owner. */
export async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: useDatabase().ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A key of an agency, as the security administrator would give it. */
export async function giveKey(agencyCode: string): Promise<{ id: string; secret: string }> {
  const [id, secret] = [newId(), `nq_${newSecret()}`];
  const values = [id, agencyCode, hashSecret(secret), secret.slice(0, 9)];
  await asOwner(`INSERT INTO api_key (id, agency_code, label, key_hash, hint) VALUES ($1, $2, 'test', $3, $4)`, values);
  return { id, secret };
}

/** Calls a route as the router would. */
export async function call(route: Route, method: 'GET' | 'POST', sent: Sent): Promise<Answered> {
  const headers = new Headers(sent.key ? { authorization: `Bearer ${sent.key}` } : {});
  if (method === 'POST') headers.set('content-type', 'application/json');
  if (method === 'POST') headers.set('idempotency-key', randomUUID());
  for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value);
  const body = method === 'POST' ? (sent.raw ?? JSON.stringify(sent.body ?? {})) : null;
  const request = new Request(`http://localhost:3000/api${sent.query ?? ''}`, { method, headers, body: body as BodyInit | null });
  // As Next does: nothing at all where the path has no names.
  const answer = await route(request, { params: Promise.resolve(sent.params as Record<string, string>) });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

type Facts = { uscc: string; matter: string; leader: string; inspectors: string[] };

const facts = `SELECT enterprise.uscc, matter.code AS matter,
    (SELECT credential_no FROM inspector WHERE agency_code = agency.code AND responsible_leader) AS leader,
    ARRAY(SELECT credential_no FROM inspector WHERE agency_code = agency.code AND NOT responsible_leader AND credential_no IS NOT NULL
      AND valid_to > now() + interval '1 year' AND matter.group = ANY (groups)
      AND NOT EXISTS (SELECT FROM recusal WHERE inspector_id = inspector.id) ORDER BY credential_no LIMIT 2) AS inspectors
  FROM agency JOIN matter ON matter.district_code = agency.district_code AND matter.agency_kind = agency.kind AND published_to IS NULL
  JOIN enterprise ON enterprise.district_code = agency.district_code AND status = 'active' AND (industries = '{}' OR industry = ANY (industries))
  WHERE agency.code = $1 AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id AND starts_at > now() - interval '1 month')
  ORDER BY uscc, matter.code OFFSET $2 LIMIT 1`;

/** A case check in `days` days that nothing speaks against: `nth` tells one enterprise from another. */
export async function lawfulCase(agencyCode: string, { nth = 0, days = 30 } = {}): Promise<Record<string, unknown>> {
  const [row] = await asOwner<Facts>(facts, [agencyCode, nth]);
  if (!row) throw new Error(`nothing to inspect for ${agencyCode}`);
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    kind: 'case',
    enterprise: row.uscc,
    matters: [row.matter],
    form: 'onsite',
    start: `${day}T09:00:00+08:00`,
    end: `${day}T11:30:00+08:00`,
    inspectors: row.inspectors,
    trigger: { type: 'tipOff', reference: '举报件 2026-001' },
    approval: { by: row.leader, at: new Date(Date.now() - 3_600_000).toISOString() },
  };
}
