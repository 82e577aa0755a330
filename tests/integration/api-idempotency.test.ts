import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { postFiling } from '#features/filing/api/routes.ts';
import { asOwner, call, giveKey, lawfulCase } from '#support/api.ts';

const agency = '431103-amr';
let key = '';

beforeAll(async () => {
  key = (await giveKey(agency)).secret;
});

describe('one idempotency key, one result, however many ask at once', () => {
  it.each(Array.from({ length: 10 }, (_, nth) => nth))('race %i', async (nth) => {
    const body = await lawfulCase(agency, { nth, days: 40 + nth });
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(postFiling, 'POST', { key, body, headers })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.filingNo)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const filings = await asOwner(
      'SELECT FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = $1 AND starts_at = $2',
      [body.enterprise, body.start],
    );
    expect(filings).toHaveLength(1);
  });

  it('two bodies under one key: one is carried out, the other refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const bodies = [await lawfulCase(agency, { nth: 20, days: 60 }), await lawfulCase(agency, { nth: 40, days: 61 })];
    const answers = await Promise.all(bodies.map((body) => call(postFiling, 'POST', { key, body, headers })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it("another key's owner is another owner", async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const other = (await giveKey('431103-fire')).secret;
    const first = await call(postFiling, 'POST', { key, body: await lawfulCase(agency, { nth: 60, days: 62 }), headers });
    const second = await call(postFiling, 'POST', { key: other, body: await lawfulCase('431103-fire', { nth: 80, days: 63 }), headers });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBeNull();
  });
});
