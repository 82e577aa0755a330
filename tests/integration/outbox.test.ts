import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { queueMessage } from '#features/outbox/commands/queue-message.ts';
import { resendAll, resendMessage } from '#features/outbox/commands/resend-message.ts';
import { outboxSend, sendMessage } from '#features/outbox/commands/send-message.ts';
import { listDemoLetters, listMessages } from '#features/outbox/queries/list-messages.ts';
import { outboxFilter } from '#features/outbox/schema.ts';
import { db } from '#platform/db.ts';
import { linkToken } from '#platform/link-token.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { readOne } from '#support/rows.ts';

const mails: string[] = [];
const refusing = new Set<string>();

const smtp = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
  onRcptTo: ({ address }, _session, done) => done(refusing.has(address) ? new Error('mailbox unavailable') : null),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      mails.push(Buffer.concat(parts).toString('utf8'));
      done();
    });
  },
});
const texts: { to: string; text: string; key: string | undefined }[] = [];
const gateway = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    texts.push({ ...(JSON.parse(body) as { to: string; text: string }), key: request.headers.authorization });
    response.writeHead(body.includes('19900000500') ? 500 : 204).end();
  });
});
const portOf = (address: AddressInfo | string | null) => (typeof address === 'object' ? address?.port : 0);
await Promise.all([
  new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready)),
  new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready)),
]);
// Read once, at the first use of the settings: before anything in this file asks for them.
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
  MAIL_FROM: '优化办 <office@example.cn>',
  SMS_URL: `http://127.0.0.1:${portOf(gateway.address())}/send`,
  SMS_TOKEN: 'gateway-token',
});
afterAll(async () => {
  await new Promise<void>((closed) => smtp.close(closed));
  await new Promise((closed) => gateway.close(closed));
});

const [office, foreignOffice] = await Promise.all([officeOf('luolin'), officeOf('penghaoran')]);
const filing = 'b3b8a0a2-1111-4222-8333-444455556666';
const params = { filing, office: '', day: '9月22日', agencies: '区应急局', lastDay: '10月7日' };

function queued(channel: 'sms' | 'mail', recipient: string, template = 'rateInvited'): Promise<string> {
  return db().$transaction((tx) => queueMessage(tx, { districtCode: '431103', channel, recipient, template, params }));
}
const row = (id: string) =>
  readOne<{ status: string; attempts: number; sent_by: string; error: string; params: object }>(
    'SELECT * FROM outbox_message WHERE id = $1',
    [id],
  );

const dueNow = (id: string) => asOwner('UPDATE outbox_message SET next_at = now() WHERE id = $1', [id]);
const waits = async (id: string) =>
  Number(
    (await readOne<{ s: number }>('SELECT round(extract(epoch FROM next_at - now())) AS s FROM outbox_message WHERE id = $1', [id])).s,
  );

describe('a message that was queued', () => {
  it('is sent as mail, with a link made only then', async () => {
    const id = await queued('mail', 'firm@example.cn');
    const stored = JSON.stringify(await row(id));
    await sendMessage(id, 'test');
    const mail = mails.at(-1) ?? '';
    const body = Buffer.from(mail.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8');
    expect(mail).toContain('To: firm@example.cn');
    expect(`${mail}${body}`.replaceAll('=\r\n', '')).toContain(linkToken('rate', filing));
    expect(stored).not.toContain(linkToken('rate', filing));
    expect(JSON.stringify(await asOwner('SELECT * FROM outbox_message WHERE id = $1', [id]))).not.toContain(linkToken('rate', filing));
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1, sent_by: 'smtp' });
  });

  it('is sent through the gateway, once even where two try', async () => {
    const id = await queued('sms', '19900000001');
    await Promise.all([1, 2, 3].map(() => sendMessage(id, 'test')));
    const sent = texts.filter(({ to }) => to === '19900000001');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ key: 'Bearer gateway-token', text: expect.stringContaining('/rate#') });
    expect(await row(id)).toMatchObject({ status: 'sent', sent_by: 'sms' });
  });

  it('waits after a fault, gives up at last, and the office sends it again; its list tells neither number nor link', async () => {
    refusing.add('gone@example.cn');
    const id = await queued('mail', 'gone@example.cn');
    const gone = await queued('sms', '19900000500');
    for (const each of [id, gone]) await sendMessage(each, 'test');
    await sendMessage(id, 'test');
    expect(await row(id)).toMatchObject({ status: 'queued', attempts: 1 });
    expect(Math.abs((await waits(id)) - 60)).toBeLessThan(20);
    await asOwner(`UPDATE outbox_message SET created_at = created_at - interval '3 days' WHERE id = $1`, [id]);
    await outboxSend.run({}, 'test');
    expect(await row(id)).toMatchObject({ status: 'queued', attempts: 1 });
    expect((await row(gone)).error).toBe('短信网关答复 500');
    let waited = 60;
    for (let attempt = 2; attempt <= 8; attempt++) {
      await dueNow(id);
      await sendMessage(id, 'test');
      waited += Math.max(0, await waits(id));
    }
    expect(await row(id)).toMatchObject({ status: 'failed', attempts: 8 });
    expect(waited).toBeGreaterThan(86_400);
    const list = await listMessages(office, outboxFilter.parse({ status: 'failed' }));
    const shown = JSON.stringify(list.rows.find((each) => each.id === id));
    expect(shown).toContain('go***@example.cn');
    expect([shown.includes('gone@example.cn'), shown.includes('rate#')]).toEqual([false, false]);
    expect((await listMessages(foreignOffice, outboxFilter.parse({}))).rows.map((each) => each.id)).not.toContain(id);
    await expectNotFound(() => act(foreignOffice, resendMessage, { message: id }));
    refusing.clear();
    await expectOneOf([1, 2].map(() => act(office, resendMessage, { message: id })));
    await Promise.all([sendMessage(id, 'test'), outboxSend.run({}, 'test'), sendMessage(id, 'test')]);
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 });
    expect((await row(id)).status).toBe('sent');
    expect((await act(office, resendMessage, { message: id })).ok).toBe(false);
  });

  it('without a template is never sent', async () => {
    const id = await queued('mail', 'firm@example.cn', 'nothing');
    const before = mails.length;
    await sendMessage(id, 'test');
    expect(mails).toHaveLength(before);
    expect((await row(id)).error).toContain('nothing');
  });
});

it('the office sends again at once whatever of its district could not be sent', async () => {
  const several = [await failed(), await failed()];
  await asOwner(`UPDATE outbox_message SET next_at = now() + interval '1 day' WHERE id = ANY ($1::uuid[])`, [several]);
  await act(foreignOffice, resendAll, undefined);
  expect((await row(several[0] ?? '')).status).toBe('failed');
  await expectOneOf([1, 2].map(() => act(office, resendAll, undefined)));
  await outboxSend.run({}, 'test');
  for (const id of several) expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 });
});

it('the mailbox is there in the demo alone', async () => {
  expect(process.env.NINGQI_DEMO === '1').toBe((await listDemoLetters(publicScope({ type: 'public' }))) !== null);
  expect(await succeed(office, resendMessage, { message: await failed() })).toBeNull();
});

async function failed(): Promise<string> {
  const id = await queued('sms', '19900000002');
  await asOwner(`UPDATE outbox_message SET status = 'failed', attempts = 6 WHERE id = $1`, [id]);
  return id;
}
