import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { getFiling, listFilings, postEntryCheck, postFiling } from '#features/filing/api/routes.ts';
import { getCode } from '#features/verification/api/routes.ts';
import { call, giveKey, lawfulCase } from '#support/api.ts';

let key = '';
let body: Record<string, unknown> = {};

beforeAll(async () => {
  key = (await giveKey('431103-amr')).secret;
  body = await lawfulCase('431103-amr');
});

const nasty = fc.constantFrom<unknown>(
  ...['', ' ', '\u0000', '\ud800', "'; DROP TABLE filing; --", '__proto__', 'null', '9'.repeat(400), '㊙️', '\u202e', '../../etc/passwd'],
  ...[
    '0000-01-01T00:00:00+08:00',
    '9999-12-31T23:59:59+08:00',
    '-271821-04-20T00:00:00Z',
    '2027-01-22T09:00:00+14:00',
    '2027-06-01T00:00:00Z',
  ],
  ...[null, true, -1, 1e308, 0.1, 2 ** 53, [], [[]], {}, { not: '' }, { in: [] }, [null], [{}], ['\u0000'], { toString: 1 }],
);
const value = fc.oneof(nasty, fc.anything({ withNullPrototype: false }), fc.string({ unit: 'binary' }), fc.array(nasty, { maxLength: 70 }));
const fieldNames = ['kind', 'planEntry', 'enterprise', 'site', 'matters', 'form', 'start', 'end', 'coAgencies', 'inspectors', 'assistants'];
const moreNames = ['trigger', 'exemption', 'overCapReason', 'separate', 'approval', 'asOf', '__proto__', 'constructor', 'lead', 'filedAt'];
const change = fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames, ...moreNames), fc.string()), value, { minKeys: 1, maxKeys: 4 });

function jsonOf(changed: Record<string, unknown>): string {
  try {
    return JSON.stringify({ ...body, ...changed }) ?? '';
  } catch {
    return '{';
  }
}

async function expectNoFault(work: Promise<{ status: number; headers: Headers }>): Promise<void> {
  const answer = await work;
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
}

describe('no input is answered with a fault of ours', () => {
  const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

  it('1,200 filings with something wrong', async () => {
    await fc.assert(
      fc.asyncProperty(change, (changed) => expectNoFault(call(postFiling, 'POST', { key, raw: jsonOf(changed) }))),
      runs(1200),
    );
  }, 120_000);

  it('800 checks with something wrong', async () => {
    await fc.assert(
      fc.asyncProperty(change, (changed) => expectNoFault(call(postEntryCheck, 'POST', { key, raw: jsonOf(changed) }))),
      runs(800),
    );
  }, 120_000);

  it('200 bodies that are no object, or no JSON', async () => {
    const raw = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array(), fc.constant(`${'['.repeat(30_000)}`));
    await fc.assert(
      fc.asyncProperty(raw, (text) => expectNoFault(call(postFiling, 'POST', { key, raw: text }))),
      runs(200),
    );
  }, 60_000);

  it('400 queries and 200 names', async () => {
    const name = fc.oneof(fc.constantFrom('from', 'to', 'status', 'cursor', 'limit'), fc.string());
    const query = fc.dictionary(
      name,
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2027-02-30', '0', '-1', 'filed,filed', '\u0000')),
    );
    await fc.assert(
      fc.asyncProperty(query, (words) => {
        return expectNoFault(call(listFilings, 'GET', { key, query: `?${new URLSearchParams(words as Record<string, string>)}` }));
      }),
      runs(400),
    );
    const filingNo = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('%', '%00', '%ED%A0%80', '\u0000'));
    await fc.assert(
      fc.asyncProperty(filingNo, (text) => expectNoFault(call(getFiling, 'GET', { key, params: { filingNo: text } }))),
      runs(200),
    );
  }, 60_000);

  it.each(['from=0000-01-01', 'to=9999-12-31', 'from=2199-12-31&to=1900-01-01'])('a list at the end of time: %s', async (words) => {
    await expectNoFault(call(listFilings, 'GET', { key, query: `?${words}` }));
  });

  it('200 codes', async () => {
    const publicCode = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ minLength: 26, maxLength: 26 }),
      fc.constantFrom('\u0000', '%00'),
    );
    await fc.assert(
      fc.asyncProperty(publicCode, (text) => expectNoFault(call(getCode, 'GET', { params: { publicCode: text } }))),
      runs(200),
    );
  }, 60_000);
});
