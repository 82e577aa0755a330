import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchDatabase } from './database.ts';
import { connected } from './database.ts';

/** A lawful visit that nobody has filed yet: the API's body, the agency, and one of the agency's keys. */
export type Target = { readonly agency: string; readonly key: string; readonly body: object };

type Row = { agency: string; entry: string; uscc: string; matter: string; inspectors: string[]; leader: string; day: string };

// Each enterprise has five visits to come; the order is mixed, so that agencies, districts and months come as they may.
const comingVisits = `SELECT party.agency_code AS agency, entry.no AS entry, uscc, from_day + position::int % 6 AS day, matter.code AS matter,
    ARRAY(SELECT credential_no FROM draw_assignment assignment JOIN inspector ON inspector.id = inspector_id WHERE outcome_id = outcome.id ORDER BY assignment.position) AS inspectors,
    (SELECT credential_no FROM inspector WHERE agency_code = party.agency_code AND responsible_leader) AS leader
  FROM drawn_target outcome JOIN plan_entry entry ON entry.root_id = outcome.plan_entry_id AND until_plan_id IS NULL
  JOIN enterprise ON enterprise.id = enterprise_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id
  JOIN plan_entry_matter part ON part.plan_entry_id = entry.id JOIN matter ON matter.id = matter_id
  ORDER BY md5(outcome.id::text)`;

function bodyOf({ entry, uscc, matter, inspectors, leader, day }: Row): object {
  return {
    kind: 'annual',
    planEntry: entry,
    enterprise: uscc,
    site: null,
    matters: [matter],
    form: 'onsite',
    start: `${day}T09:00:00+08:00`,
    end: `${day}T11:30:00+08:00`,
    coAgencies: [],
    inspectors,
    assistants: [],
    trigger: null,
    exemption: null,
    approval: { by: leader, at: new Date(Date.now() - 86_400_000).toISOString() },
  };
}

// A key may be used a hundred times a second; several for each agency keep the limit out of the measurement.
async function giveKeys(owner: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ code: string }>("SELECT code FROM agency WHERE subject_kind <> 'none'");
  const keys = new Map(rows.map(({ code }) => [code, Array.from({ length: 4 }, () => `nq_${randomBytes(32).toString('base64url')}`)]));
  const flat = [...keys].flatMap(([agency, secrets]) => secrets.map((secret) => ({ agency, secret })));
  await owner.query(
    `INSERT INTO api_key (id, agency_code, label, key_hash, hint)
     SELECT gen_random_uuid(), agency, 'bench', hash, left(hash, 9) FROM unnest($1::text[], $2::text[]) AS given (agency, hash)`,
    [flat.map(({ agency }) => agency), flat.map(({ secret }) => createHash('sha256').update(secret).digest('hex'))],
  );
  return keys;
}

/** An endless row of targets, each given once; throws when there are none left. */
export async function loadTargets({ ownerUrl }: BenchDatabase): Promise<() => Target> {
  const { rows, keys } = await connected(ownerUrl, async (owner) => {
    const types = { getTypeParser: (oid: number) => (oid === 1082 ? String : pg.types.getTypeParser(oid, 'text')) };
    return { rows: (await owner.query<Row>({ text: comingVisits, types })).rows, keys: await giveKeys(owner) };
  });
  let next = 0;
  return () => {
    const row = rows[next++];
    if (!row) throw new Error('all visits of the bench are filed: fewer seconds or rounds, please');
    const own = keys.get(row.agency) ?? [];
    return { agency: row.agency, key: own[next % own.length] ?? '', body: bodyOf(row) };
  };
}

/** A request's headers and body for the product's API. */
export function apiRequest({ key, body }: Target, path: string) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return { method: 'POST' as const, path, headers, body: JSON.stringify(body) };
}

/** The same for a floor, which asks for no key. */
export function floorRequest({ agency, body }: Target, path: string) {
  return { method: 'POST' as const, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ agency, body }) };
}
