import { beforeAll, describe, expect, it } from 'vitest';
import { apiKeyPermissions } from '#domain/access/permissions.ts';
import { postAmendment } from '#features/amendment/api/routes.ts';
import { listDraws } from '#features/draw-record/api/routes.ts';
import * as routes from '#features/filing/api/routes.ts';
import { postFindings } from '#features/finding/api/routes.ts';
import { getOwnPlan, listMatters } from '#features/plan/api/routes.ts';
import { postCheckIn, postCheckOut } from '#features/visit/api/routes.ts';
import { sessionCookie } from '#platform/auth-options.ts';
import { listEntrances } from '#platform/registry.ts';
import { demoAccounts } from '#seed/accounts.data.ts';
import { asOwner, call, giveKey, lawfulCase } from '#support/api.ts';
import { signIn } from '#support/people.ts';
import { readState } from '#support/rows.ts';

type Call = { readonly route: typeof routes.postFiling; readonly method: 'GET' | 'POST' };

/** Every way into the API that asks for a key, by the name under which it is registered. */
const calls: Readonly<Record<string, Call>> = {
  'amendment.register': { route: postAmendment, method: 'POST' },
  'draw.view': { route: listDraws, method: 'GET' },
  'entry.check': { route: routes.postEntryCheck, method: 'POST' },
  'filing.file': { route: routes.postFiling, method: 'POST' },
  'filing.fileBatch': { route: routes.postFilingBatch, method: 'POST' },
  'filing.callOff': { route: routes.postWithdrawal, method: 'POST' },
  'filing.view': { route: routes.getFiling, method: 'GET' },
  'finding.record': { route: postFindings, method: 'POST' },
  'filing.list': { route: routes.listFilings, method: 'GET' },
  'matter.list': { route: listMatters, method: 'GET' },
  'visit.checkIn': { route: postCheckIn, method: 'POST' },
  'visit.checkOut': { route: postCheckOut, method: 'POST' },
  'plan.view': { route: getOwnPlan, method: 'GET' },
};
const entrances = listEntrances().filter(({ channel }) => channel === 'api');
const each = Object.entries(calls).map(([name, use]) => ({ name, ...use }));

let body: Record<string, unknown> = {};
let filingNo = '';
let filed: Record<string, unknown> = {};

beforeAll(async () => {
  const { secret } = await giveKey('431103-amr');
  filed = (await call(routes.postFiling, 'POST', { key: secret, body: await lawfulCase('431103-amr') })).body;
  filingNo = String(filed.filingNo);
  body = await lawfulCase('431103-amr', { nth: 9, days: 33 });
});

it('every API route is in the matrix, and a key opens each', () => {
  expect(entrances.map(({ name }) => name).sort()).toEqual(Object.keys(calls).sort());
  expect(entrances.filter(({ permission }) => !apiKeyPermissions.some((granted) => granted === permission))).toEqual([]);
});

describe('without a good key nothing is told and nothing changes', () => {
  it.each(each)('$name', async ({ route, method }) => {
    const revoked = await giveKey('431103-amr');
    await asOwner('UPDATE api_key SET revoked_at = now() WHERE id = $1', [revoked.id]);
    const wrong = [
      '',
      'Bearer',
      `Bearer ${revoked.secret}`,
      'Bearer nq_of-nobody-in-particular-at-all',
      `Basic ${revoked.secret}`,
      `Bearer ${revoked.id}`,
    ];
    const before = await readState();
    for (const authorization of wrong) {
      const answer = await call(route, method, { headers: { authorization }, body, params: { filingNo } });
      expect(answer.status).toBe(401);
      expect(Object.keys(answer.body).sort()).toEqual(['status', 'title', 'type']);
    }
    expect(await readState()).toEqual(before);
  });
});

describe('a session is no key', () => {
  it.each(each)('$name is closed to everybody who signed in', async ({ route, method }) => {
    const cookies = await Promise.all(
      demoAccounts.slice(0, 9).map(async ({ username }) => `${sessionCookie().name}=${(await signIn(username)).secret}`),
    );
    const before = await readState();
    for (const cookie of cookies) {
      expect((await call(route, method, { headers: { cookie }, body, params: { filingNo } })).status).toBe(401);
    }
    expect(await readState()).toEqual(before);
  });
});

describe("another agency's key, of this district or the other", () => {
  it.each(['431103-fire', '431103-business-environment-office', '511724-amr'])('%s finds and changes nothing', async (agencyCode) => {
    const { secret: key } = await giveKey(agencyCode);
    const before = await readState();
    for (const name of [filingNo, String(filed.id)]) {
      const answer = await call(routes.getFiling, 'GET', { key, params: { filingNo: name } });
      expect([answer.status, Object.keys(answer.body).sort()]).toEqual([404, ['status', 'title', 'type']]);
    }
    const page = await call(routes.listFilings, 'GET', { key });
    expect(JSON.stringify(page.body)).not.toContain(String(filed.id));
    expect(await readState()).toEqual(before);
  });

  it("the other district's key does not even know the enterprise", async () => {
    const { secret: key } = await giveKey('511724-amr');
    const before = await readState();
    expect((await call(routes.postEntryCheck, 'POST', { key, body })).status).toBe(404);
    expect((await call(routes.postFiling, 'POST', { key, body })).status).toBe(404);
    expect(await readState()).toEqual(before);
  });
});
