import { beforeAll, describe, expect, it } from 'vitest';
import { postFiling } from '#features/filing/api/routes.ts';
import { getCode } from '#features/verification/api/routes.ts';
import { type Answered, asOwner, call, giveKey, lawfulCase } from '#support/api.ts';

let code = '';
let id = '';

const check = (publicCode: string, address = '10.0.0.1'): Promise<Answered> =>
  call(getCode, 'GET', { params: { publicCode }, headers: { 'x-forwarded-for': address } });

/** Puts the visit's window where it is wanted, as seen from now. */
async function moveWindow(from: string, to: string): Promise<void> {
  const day = `(now() + interval '${from}')`;
  await asOwner(
    `UPDATE filing SET channel = 'seed', starts_at = ${day}, ends_at = now() + interval '${to}', start_day = (${day} AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM ${day} AT TIME ZONE 'Asia/Shanghai') WHERE id = $1`,
    [id],
  );
}

beforeAll(async () => {
  const { secret } = await giveKey('431103-amr');
  const filed = await call(postFiling, 'POST', { key: secret, body: await lawfulCase('431103-amr') });
  code = String(filed.body.publicCode);
  id = String(filed.body.id);
});

const shown = ['enterprise', 'inspectors', 'matters', 'agencies', 'filingNo', 'site'];

describe('a code proves a visit and tells nothing else', () => {
  it('is not yet valid before its window, and shows the visit', async () => {
    const answer = await check(code);
    expect(answer.body).toMatchObject({ state: 'notYet', inspectors: [{}, {}], matters: [{ basis: { instrument: expect.any(String) } }] });
    expect(answer.body).toMatchObject({
      officialDomain: 'localhost:3000',
      offices: [{ phone: expect.any(String), hours: expect.any(String) }],
    });
  });

  it('is genuine within its window, however it is typed', async () => {
    await moveWindow('-1 hour', '1 hour');
    for (const typed of [code, code.replaceAll('-', ''), code.toLowerCase().replaceAll('-', ' ')]) {
      expect((await check(typed)).body.state).toBe('genuine');
    }
  });

  it.each(['expired', 'ended', 'withdrawn', 'revoked'])('%s: tells that and its window, nothing more', async (state) => {
    const status = { expired: 'filed', ended: 'left', withdrawn: 'withdrawn', revoked: 'revoked' }[state];
    await moveWindow('-3 hour', state === 'ended' ? '1 hour' : '-1 hour');
    await asOwner('UPDATE filing SET status = $2::filing_status WHERE id = $1', [id, status]);
    const { body } = await check(code);
    expect(body).toMatchObject({ state, window: { start: expect.any(String), end: expect.any(String) } });
    expect(Object.keys(body).filter((name) => shown.includes(name))).toEqual([]);
  });

  it('answers alike for a code that never was and for what is no code', async () => {
    const answers = await Promise.all(
      ['7Q4MX9KD2RTVB6HNPW3C8YFA5J', '', 'x', '\u0000', '😀'.repeat(40), "' OR 1=1 --"].map((text) => check(text)),
    );
    for (const { status, body, headers } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual(answers[0]?.body);
      expect([...headers.keys()].sort()).toEqual([...(answers[0]?.headers.keys() ?? [])].sort());
    }
    expect(answers[0]?.body).toMatchObject({ state: 'unknown', offices: [{}, {}] });
  });

  it('asks an address to wait that looks too often, and nobody else', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => check(code, '10.9.9.9')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await check(code, '10.0.0.2')).status).toBe(200);
  });
});
