import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getFiling, listFilings, postEntryCheck, postFiling } from '#features/filing/api/routes.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { asOwner, call, giveKey, lawfulCase } from '#support/api.ts';

const agency = '431103-amr';
let key = '';
let body: Record<string, unknown> = {};
let filed: Record<string, unknown> = {};

beforeAll(async () => {
  key = (await giveKey(agency)).secret;
  body = await lawfulCase(agency);
});

describe('an integrated system files a visit once', () => {
  it('checks without storing anything', async () => {
    const before = await asOwner('SELECT count(*) FROM filing');
    const answer = await call(postEntryCheck, 'POST', { key, body });
    expect(answer.body).toMatchObject({ verdict: { kind: 'allowed', policy: expect.stringMatching(/^431103@\d+$/) } });
    expect(answer.status).toBe(200);
    expect(await asOwner('SELECT count(*) FROM filing')).toEqual(before);
  });

  it('judges as of another instant, for this call only', async () => {
    const asOf = new Date(Date.parse(String(body.start)) + 60_000).toISOString();
    const answer = await call(postEntryCheck, 'POST', { key, body: { ...body, asOf } });
    expect(answer.body).toMatchObject({ verdict: { kind: 'forbidden', grounds: [{ rule: 'filed-before' }] } });
  });

  it('files, and gives number, code and address', async () => {
    const idempotency = randomUUID();
    const first = await call(postFiling, 'POST', { key, body, headers: { 'idempotency-key': idempotency } });
    expect(first.body).toMatchObject({
      status: 'filed',
      filingNo: expect.stringContaining('检备〔'),
      publicCode: expect.stringMatching(/^(\w{4}-){6}\w{2}$/),
    });
    expect(first.status).toBe(201);
    filed = first.body;
    const again = await call(postFiling, 'POST', { key, body, headers: { 'idempotency-key': idempotency } });
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await call(postFiling, 'POST', { key, body: { ...body, site: '另一处' }, headers: { 'idempotency-key': idempotency } });
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ type: 'urn:ningqi:problem:idempotencyKeyReused' });
  });

  it('refuses the same visit once more, with its grounds', async () => {
    const idempotency = randomUUID();
    const refused = await call(postFiling, 'POST', { key, body, headers: { 'idempotency-key': idempotency } });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ type: 'urn:ningqi:problem:unlawful', verdict: { kind: 'forbidden' } });
    const again = await call(postFiling, 'POST', { key, body, headers: { 'idempotency-key': idempotency } });
    expect(again.body).toEqual(refused.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('reads it again by number, encoded or not, and by id', async () => {
    const number = String(filed.filingNo);
    for (const filingNo of [number, encodeURIComponent(number), String(filed.id)]) {
      const answer = await call(getFiling, 'GET', { key, params: { filingNo } });
      expect(answer.body).toMatchObject({ id: filed.id, start: body.start, inspectors: [...(body.inspectors as string[])].sort() });
    }
  });

  it("does not find another agency's, whether it exists or not", async () => {
    const other = (await giveKey('431103-fire')).secret;
    const foreign = await call(getFiling, 'GET', { key: other, params: { filingNo: String(filed.filingNo) } });
    const nothing = await call(getFiling, 'GET', { key: other, params: { filingNo: '没有检备〔2026〕1号' } });
    expect([foreign.status, foreign.body]).toEqual([404, nothing.body]);
  });

  it('lists page after page, each filing once', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const page = await call(listFilings, 'GET', { key, query: `?limit=7${cursor && `&cursor=${cursor}`}` });
      expect(page.status).toBe(200);
      seen.push(...(page.body.items as { id: string }[]).map(({ id }) => id));
      cursor = String(page.body.nextCursor ?? '');
    } while (cursor !== '');
    const rows = await asOwner(`SELECT FROM filing_agency WHERE agency_code = $1`, [agency]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(rows.length);
  });
});

describe('whatever is not as it should be is refused', () => {
  it.each([
    ['an unknown field', { extra: 1 }, 'extra'],
    ['an object for an id', { enterprise: { not: '' } }, 'enterprise'],
    ['NUL', { overCapReason: 'a\u0000b' }, 'overCapReason'],
    ['half a character', { site: '\ud800' }, 'site'],
    ['a day that is not', { start: '2027-02-30T09:00:00+08:00' }, 'start'],
    ['a year before all plans', { start: '0000-01-01T00:00:00+08:00' }, 'start'],
    ['an end before its start', { end: '2020-01-01T00:00:00+08:00' }, 'end'],
    ['a time without its zone', { start: '2027-01-22T09:00:00' }, 'start'],
  ])('%s', async (_what, change, field) => {
    const answer = await call(postFiling, 'POST', { key, body: { ...body, ...change } });
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { field: string }[]).map((error) => error.field)).toContain(field);
  });

  it.each([
    ['a revoked key', 401],
    ['no key', 401],
  ])('%s', async (what, status) => {
    const { id, secret } = await giveKey(agency);
    await asOwner('UPDATE api_key SET revoked_at = now() WHERE id = $1', [id]);
    const answer = await call(postEntryCheck, 'POST', { ...(what === 'no key' ? {} : { key: secret }), body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it.each([
    ['another type', { 'content-type': 'text/plain' }, 415],
    ["another site's page", { origin: 'https://elsewhere.example' }, 403],
    ['a request that a browser calls foreign', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no idempotency key', { 'idempotency-key': ' ' }, 400],
  ])('%s', async (_what, headers, status) => {
    expect((await call(postFiling, 'POST', { key, body, headers })).status).toBe(status);
  });

  it('a key that calls too often, and no other', async () => {
    const { id, secret } = await giveKey(agency);
    for (let taken = 0; taken < 6000; taken += 1) await takePoint('api', id);
    const answer = await call(postEntryCheck, 'POST', { key: secret, body });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call(postEntryCheck, 'POST', { key, body })).status).not.toBe(429);
  });

  it("an enterprise that the district does not have, nowhere or another's", async () => {
    const [elsewhere] = await asOwner<{ uscc: string }>(`SELECT uscc FROM enterprise WHERE district_code = '511724' LIMIT 1`);
    const foreign = await call(postFiling, 'POST', { key, body: { ...body, enterprise: elsewhere?.uscc } });
    const unknown = await call(postFiling, 'POST', { key, body: { ...body, enterprise: '91431103MA5LPU93P9' } });
    expect([foreign.status, foreign.body]).toEqual([404, unknown.body]);
    expect(foreign.body.detail).toContain('没有这个统一社会信用代码');
  });

  it('a body that is too large', async () => {
    expect((await call(postFiling, 'POST', { key, raw: `"${'x'.repeat(65 * 1024)}"` })).status).toBe(413);
  });

  it('text that is not JSON, or not UTF-8', async () => {
    expect((await call(postFiling, 'POST', { key, raw: '{' })).status).toBe(400);
    expect((await call(postFiling, 'POST', { key, raw: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
  });
});
