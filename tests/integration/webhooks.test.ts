import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { createWebhook, redeliver, revokeWebhook } from '#features/webhook/commands/keep-webhooks.ts';
import { webhookSend } from '#features/webhook/commands/send-deliveries.ts';
import { loadDeliveries, loadWebhookDesk } from '#features/webhook/queries/load-webhooks.ts';
import { webhookCreation } from '#features/webhook/schema.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit } from '#support/filings.ts';
import { act, adminOf, agencyOf, succeed } from '#support/people.ts';
import { freeEnterprise, plannedVisit } from '#support/requests.ts';

type Received = { headers: IncomingHttpHeaders; body: string };
const received: Received[] = [];
let answer = 204;
let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(answer, answer === 302 ? { location: url } : {}).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const [own, foreign] = [await adminOf('xiaowenjing'), await adminOf('luyuting')];
const [filer, head] = [await agencyOf('shenleyu'), await agencyOf('zengli')];
const story = journey.leng;

type Row = { id: string; event: string; attempts: number; status: number | null; delivered: boolean; waits: number | null; error: string };
const rowsOf = (webhook: string) =>
  asOwner<Row>(
    `SELECT id, event, attempts, status, delivered_at IS NOT NULL AS delivered, extract(epoch FROM next_at - now())::int AS waits, error
    FROM webhook_delivery WHERE webhook_id = $1 ORDER BY created_at`,
    [webhook],
  );
const jobsOf = (delivery: string) =>
  asOwner<{ name: string }>(`SELECT name FROM pgboss.job WHERE name = 'webhook-send' AND data ->> 'delivery' = $1`, [delivery]);
const dueNow = (delivery: string) => asOwner('UPDATE webhook_delivery SET next_at = now() WHERE id = $1', [delivery]);

async function make(events: string[], agency = story.agency): Promise<{ id: string; secret: string }> {
  const input = webhookCreation.parse({ agency, url, events });
  const { secret } = await succeed(own, createWebhook, input);
  const [row] = await asOwner<{ id: string }>('SELECT id FROM webhook ORDER BY created_at DESC LIMIT 1');
  return { id: row?.id ?? '', secret };
}

const fileOne = (nth: number) => approveVisit(filer, head, plannedVisit(story, { enterprise: freeEnterprise(story, nth) }));

describe('an event of an agency’s own filing', () => {
  it('is posted once, signed with the secret that was shown, and is the right one', async () => {
    const [hook, quiet, elsewhere] = [
      await make(['filing.filed']),
      await make(['filing.revoked']),
      await make(['filing.filed'], '431103-fire'),
    ];
    const filed = await fileOne(0);
    const [row] = await rowsOf(hook.id);
    expect([await rowsOf(quiet.id), await rowsOf(elsewhere.id)]).toEqual([[], []]);
    expect(row).toMatchObject({ event: 'filing.filed', attempts: 0, delivered: false });
    expect(await jobsOf(row?.id ?? '')).toHaveLength(1);
    await Promise.all([1, 2].map(() => webhookSend.run({ delivery: row?.id ?? '' }, 'test')));
    expect(received).toHaveLength(1);
    const { headers, body } = received[0] as Received;
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['ningqi-signature'])) ?? [];
    expect(v1).toBe(createHmac('sha256', hook.secret).update(`${t}.${body}`).digest('hex'));
    expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(body)).toEqual({
      ...{ id: row?.id, event: 'filing.filed', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), filing: filed.id },
      ...{ filingNo: expect.any(String), status: 'filed', agency: story.agency },
    });
    expect((await rowsOf(hook.id))[0]).toMatchObject({ delivered: true, status: 204, attempts: 1, waits: null });
  });

  it('waits longer after each failure, follows no redirect, and is sent again under the same id', async () => {
    const hook = await make(['filing.filed', 'filing.withdrawn']);
    const filed = await fileOne(1);
    const [row] = await rowsOf(hook.id);
    const id = row?.id ?? '';
    received.length = 0;
    answer = 500;
    await webhookSend.run({ delivery: id }, 'test');
    const [first] = await rowsOf(hook.id);
    expect(first).toMatchObject({ delivered: false, status: 500, attempts: 1 });
    await webhookSend.run({ delivery: id }, 'test');
    expect(received).toHaveLength(1);
    await dueNow(id);
    answer = 302;
    await webhookSend.run({}, 'test');
    const [second] = await rowsOf(hook.id);
    expect(second).toMatchObject({ delivered: false, status: 302, attempts: 2 });
    expect(second?.waits).toBeGreaterThan(first?.waits ?? 0);
    answer = 204;
    await succeed(own, redeliver, { delivery: id });
    await webhookSend.run({ delivery: id }, 'test');
    expect(received.filter(({ headers }) => headers['ningqi-delivery'] === id)).toHaveLength(3);
    expect((await rowsOf(hook.id))[0]).toMatchObject({ delivered: true });
    await succeed(filer, withdrawFiling, { filing: filed.id, reason: '不去了' });
    expect((await rowsOf(hook.id)).map(({ event }) => event)).toEqual(['filing.filed', 'filing.withdrawn']);
  });

  it('a receiver that is silent is tried once a minute, and keeps nobody else waiting', async () => {
    const [dead, other] = [await make(['filing.filed']), await make(['filing.filed'])];
    await fileOne(6);
    await fileOne(7);
    const [tried, held, more] = [...(await rowsOf(dead.id)), (await rowsOf(other.id))[0]].map((row) => row?.id ?? '');
    answer = 500;
    await webhookSend.run({ delivery: tried ?? '' }, 'test');
    answer = 204;
    received.length = 0;
    await webhookSend.run({ delivery: held ?? '' }, 'test');
    expect(received).toEqual([]);
    await webhookSend.run({ delivery: more ?? '' }, 'test');
    expect(received.map(({ headers }) => headers['ningqi-delivery'])).toEqual([more]);
    await webhookSend.run({}, 'test');
    expect((await rowsOf(dead.id)).map(({ delivered }) => delivered)).toEqual([false, true]);
    await succeed(own, revokeWebhook, { webhook: dead.id });
    await succeed(own, revokeWebhook, { webhook: other.id });
  });

  it('is given up after the last try, and never sent once the webhook is revoked', async () => {
    const hook = await make(['filing.filed']);
    await fileOne(2);
    await fileOne(3);
    const [one, other] = (await rowsOf(hook.id)).map(({ id }) => id);
    answer = 500;
    await asOwner('UPDATE webhook_delivery SET attempts = 7, next_at = now() WHERE id = $1', [one]);
    await webhookSend.run({ delivery: one ?? '' }, 'test');
    expect((await rowsOf(hook.id))[0]).toMatchObject({ delivered: false, attempts: 8, waits: null });
    answer = 204;
    await succeed(own, revokeWebhook, { webhook: hook.id });
    received.length = 0;
    await webhookSend.run({ delivery: other ?? '' }, 'test');
    await fileOne(4);
    expect([received, (await rowsOf(hook.id)).length]).toEqual([[], 2]);
    expect(await act(own, redeliver, { delivery: other ?? '' })).toMatchObject({ refusal: { kind: 'notFound' } });
  });
});

describe('a webhook', () => {
  it.each(['http://10.0.0.8/', 'http://example.cn/', 'ftp://example.cn/', 'https://u:p@example.cn/', 'nonsense'])(
    '%s is no address',
    (bad) => {
      expect(webhookCreation.safeParse({ agency: story.agency, url: bad, events: ['filing.filed'] }).success).toBe(false);
    },
  );

  it('is made for no address inside, nor for an agency of another district', async () => {
    const input = { agency: story.agency, url: 'https://169.254.169.254/latest', events: ['filing.filed' as const] };
    expect(await act(own, createWebhook, input)).toMatchObject({ refusal: { kind: 'invalid', fields: { url: [expect.any(String)] } } });
    expect(await act(foreign, createWebhook, { ...input, url })).toMatchObject({
      refusal: { kind: 'invalid', fields: { agency: [expect.any(String)] } },
    });
  });

  it('a name that leads inside is not called', async () => {
    const hook = await make(['filing.filed']);
    await asOwner(`UPDATE webhook SET url = 'https://localhost.localdomain:1/' WHERE id = $1`, [hook.id]);
    await fileOne(5);
    const [row] = await rowsOf(hook.id);
    await webhookSend.run({ delivery: row?.id ?? '' }, 'test');
    expect((await rowsOf(hook.id))[0]).toMatchObject({
      delivered: false,
      status: null,
      attempts: 1,
      error: expect.stringMatching(/内部网络|没有连上/),
    });
  });

  it('of the other district is not there', async () => {
    const hook = await make(['filing.filed']);
    expect((await loadWebhookDesk(foreign)).webhooks.map(({ id }) => id)).not.toContain(hook.id);
    expect([await loadDeliveries(foreign, hook.id, 1), (await loadDeliveries(own, hook.id, 1))?.total]).toEqual([null, 0]);
    expect(await act(foreign, revokeWebhook, { webhook: hook.id })).toMatchObject({ refusal: { kind: 'notFound' } });
  });

  it('is revoked once, whoever presses', async () => {
    const hook = await make(['filing.filed']);
    const tries = await Promise.all([1, 2].map(() => act(own, revokeWebhook, { webhook: hook.id })));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
