import { describe, expect, it } from 'vitest';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { loadEnterprise } from '#features/enterprise/queries/load-enterprise.ts';
import { rateVisitAction } from '#features/feedback/actions.ts';
import { getRankings } from '#features/feedback/api/routes.ts';
import { alarmLow } from '#features/feedback/commands/watch-feedback.ts';
import { loadAgencyCells, loadCells, loadRanking } from '#features/feedback/queries/load-cells.ts';
import { listFilings } from '#features/filing/queries/list-filings.ts';
import { loadApiFiling, loadApiFilings } from '#features/filing/queries/load-api-filings.ts';
import { loadFiling } from '#features/filing/queries/load-filing.ts';
import { filingFilter } from '#features/filing/schema.ts';
import { loadPhoneDay } from '#features/visit/queries/load-phone-day.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { ok } from '#platform/outcome.ts';
import { type InspectorScope, publicScope, type SystemScope, systemScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner, call } from '#support/api.ts';
import { fileVisit } from '#support/filings.ts';
import { accepted, agencyOf, keyOf, officeOf } from '#support/people.ts';
import { inviteLeft, ratingForm, withToken } from '#support/ratings.ts';
import { press } from '#support/request-scope.ts';
import { caseVisit, freeEnterprise } from '#support/requests.ts';
import { inspectorOf } from '#support/visits.ts';

const { leng } = journey;
const [office, key, filer, head] = await Promise.all([officeOf('luolin'), keyOf(leng.agency), agencyOf('shenleyu'), agencyOf('zengli')]);
const secret = '检查人员说了不该说的话';
const everybody = publicScope({ type: 'public' });
const small = (cells: readonly { n: number }[]) => cells.filter(({ n }) => n < 5);

const { id: filing } = await accepted(fileVisit(key, caseVisit(leng, { enterprise: freeEnterprise(leng, 5) })));
const token = await inviteLeft(office, filing);
await press(rateVisitAction, withToken(token), ratingForm(leng.agency, { overall: 'dissatisfied', conduct: ['no-gift'], text: secret }));

describe('nobody of an agency learns of an answer', () => {
  it('from the filing, its history, the API, messages, alerts or the log', async () => {
    const inspector = await inspectorOf('hechen');
    const [row] = await asOwner<{ id: string }>('SELECT id FROM feedback WHERE filing_id = $1', [filing]);
    const seen = JSON.stringify([
      ...(await Promise.all([filer, head, inspector].map((scope) => loadFiling(scope, filing)))),
      await loadApiFiling(filer, filing),
      ...(await Promise.all([filer, head].map((scope) => loadAgencyCells(scope)))),
      await asOwner(
        `SELECT notification.* FROM notification JOIN user_account ON user_account.id = user_id WHERE role::text NOT LIKE 'office%' AND event ~ '^(feedback|callback|door|receipt)'`,
      ),
      await asOwner(`SELECT * FROM audit_record WHERE subject = $1`, [filing]),
    ]);
    for (const word of [secret, 'no-gift', 'dissatisfied', row?.id ?? '?', '"feedback.', '不满意']) expect(seen).not.toContain(word);
  });

  it('not even what the log keeps of it: no answer, no filing, no token', async () => {
    const records = await asOwner(`SELECT * FROM audit_record WHERE event ~ '^(feedback|callback|receipt)'`);
    const kept = JSON.stringify(records);
    for (const word of [secret, 'no-gift', 'dissatisfied', filing, token]) expect(kept).not.toContain(word);
    expect(records.length).toBeGreaterThan(1);
  });

  it('nor does the alert name the agency', async () => {
    const alerts = await asOwner(`SELECT FROM alert WHERE filing_id = $1 AND kind = 'badConduct' AND agency_code IS NOT NULL`, [filing]);
    expect(alerts).toEqual([]);
  });
});

/** Everything that those who are not the office read of the filing’s status. */
async function readByOthers(inspector: InspectorScope): Promise<string> {
  const lists = await Promise.all(
    [filer, head, inspector].flatMap((scope) =>
      ([undefined, 'findingRecorded', 'rated', 'unrated'] as const).map((status) =>
        listFilings(scope, filingFilter.parse({ status, size: 100 })),
      ),
    ),
  );
  const api = await Promise.all(
    [[], ['findingRecorded'], ['rated', 'unrated']].map((status) =>
      loadApiFilings(key, { from: null, to: null, after: null, limit: 100, statuses: status as FilingStatus[] }),
    ),
  );
  const found = await Promise.all([filer, head, inspector].map((scope) => loadFiling(scope, filing)));
  const own = found.map((each) => each && { ...each, history: [] });
  const { enterpriseId = '' } = own[0] ?? {};
  const visits = (await loadEnterprise(filer, enterpriseId))?.visits;
  return JSON.stringify([lists, api, own, visits, await loadApiFiling(key, filing), (await loadPhoneDay(inspector)).visits]);
}

/** What the agency's system is told with the next event. */
async function toldNow(): Promise<unknown> {
  const origin = { actor: { type: 'system' as const }, requestId: 'test', districtCode: '431103' };
  const note = async ({ record }: Command<SystemScope>) => {
    record('finding.recorded', filing, { agency: leng.agency });
    return ok(null);
  };
  await runCommand({ scope: systemScope('431103'), origin, command: note });
  const [delivery] = await asOwner<{ status: string }>(
    `DELETE FROM webhook_delivery WHERE body ->> 'filing' = $1 RETURNING body ->> 'status' AS status`,
    [filing],
  );
  return delivery?.status;
}

it('nor does the filing’s status tell whether the enterprise answered: only the office sees it', async () => {
  const inspector = await inspectorOf('hechen');
  await asOwner(
    `INSERT INTO webhook (id, agency_code, url, events) VALUES (gen_random_uuid(), $1, 'http://127.0.0.1:9/', '{finding.recorded}')`,
    [leng.agency],
  );
  const read: { others: string; told: unknown; office: unknown }[] = [];
  for (const status of ['findingRecorded', 'rated', 'unrated'] as const) {
    await asOwner('UPDATE filing SET status = $2::filing_status WHERE id = $1', [filing, status]);
    const found = await listFilings(office, filingFilter.parse({ status, size: 100 }));
    const listed = found.rows.some(({ id }) => id === filing);
    const seen = [listed, (await loadFiling(office, filing))?.status];
    read.push({ others: await readByOthers(inspector), office: seen, told: await toldNow() });
  }
  const [recorded, rated, unrated] = read;
  expect(read.map(({ office: seen }) => seen)).toEqual(['findingRecorded', 'rated', 'unrated'].map((status) => [true, status]));
  expect(recorded?.others).toContain(filing);
  expect([rated?.others, unrated?.others]).toEqual([recorded?.others, recorded?.others]);
  expect(read.map(({ told }) => told)).toEqual(['findingRecorded', 'findingRecorded', 'findingRecorded']);
});

describe('what is published', () => {
  it('are cells with enough answers, of the own agency for an agency, the same for everybody', async () => {
    const { cells } = await loadCells('431103');
    expect(cells.length).toBeGreaterThan(3);
    expect(small(cells)).toEqual([]);
    const own = (await loadAgencyCells(filer)).cells;
    expect(own.every(({ agency }) => agency === leng.agency)).toBe(true);
    const answered = await asOwner<{ agency: string; n: number }>(
      `SELECT agency_code AS agency, count(*)::int AS n FROM feedback WHERE district_code = '431103' GROUP BY 1`,
    );
    const few = answered.filter(({ n }) => n < 5).map(({ agency }) => agency);
    expect(cells.filter(({ agency }) => few.includes(agency))).toEqual([]);
  });

  it('stays as it is while a month is not over, whatever is answered in it', async () => {
    const before = await loadRanking(everybody, { district: '431103' });
    await asOwner(
      `INSERT INTO feedback SELECT (json_populate_record(feedback, json_build_object('id', gen_random_uuid(), 'filing_id', spare.id, 'agency_code', spare.agency,
        'answered_on', (now() AT TIME ZONE 'Asia/Shanghai')::date))).* FROM feedback,
        (SELECT filing.id, lead_agency_code AS agency FROM filing WHERE district_code = '431103' AND NOT EXISTS (SELECT FROM feedback given WHERE given.filing_id = filing.id) LIMIT 20) spare
      WHERE feedback.filing_id = $1`,
      [filing],
    );
    expect(await loadRanking(everybody, { district: '431103' })).toEqual(before);
  });

  it('is open data with n, response rate, interval and formula, as JSON and as a table', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.40' };
    const { status, body } = await call(getRankings, 'GET', { query: '?district=431103', headers });
    const items = body.items as { n: number; score: number; low: number; high: number; responseRate: number; rank: number }[];
    expect([status, body.smallestCell, small(items)]).toEqual([200, 5, []]);
    expect(items.length).toBeGreaterThan(2);
    expect(items.every(({ low, high, score, responseRate }) => low <= high && score <= 1 && responseRate <= 1)).toBe(true);
    expect(items.map(({ rank }) => rank)).toEqual([...items.map(({ rank }) => rank)].sort((one, other) => one - other));
    const table = await getRankings(
      new Request('http://localhost:3000/api?district=431103', { headers: { ...headers, accept: 'text/csv' } }),
      { params: Promise.resolve({}) },
    );
    expect((await table.text()).split('\r\n').length).toBe(items.length + 2);
    expect((await call(getRankings, 'GET', { query: '?district=999999', headers })).status).toBe(404);
    expect((await call(getRankings, 'GET', { query: '?district=431103&agency=x', headers })).status).toBe(400);
  });
});

it('the office is told once of an agency below the alarm', async () => {
  await asOwner(`UPDATE feedback SET overall = 'dissatisfied' WHERE agency_code = $1`, [leng.agency]);
  const origin = { actor: { type: 'system' as const }, requestId: 'test', districtCode: '431103' };
  const run = () => runCommand({ scope: systemScope('431103'), origin, command: alarmLow });
  const rows = () => asOwner(`SELECT FROM alert WHERE kind = 'lowSatisfaction' AND agency_code = $1`, [leng.agency]);
  expect((await run()).ok).toBe(true);
  expect(await rows()).toHaveLength(1);
  expect((await run()).ok).toBe(false);
  expect(await rows()).toHaveLength(1);
});
