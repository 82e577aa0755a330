import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from './env.ts';

/** How a message went out: through a mail server, through a text message gateway, or only into the demo's mailbox. */
export type SentBy = 'smtp' | 'sms' | 'demo';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** Without a server connected the demo shows the message in the product; elsewhere that is a fault to be seen. */
function onlyInTheDemo(what: string): SentBy {
  if (env().NINGQI_DEMO === '1') return 'demo';
  throw new Error(`没有接${what}`);
}

/** Sends a mail of plain text; throws where the server does not take it. */
export async function sendMail({ to, subject, text }: { to: string; subject: string; text: string }): Promise<SentBy> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return onlyInTheDemo('邮件服务器');
  const transport = createTransport({ url: SMTP_URL, ...patience });
  try {
    await transport.sendMail({ from: MAIL_FROM, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
    return 'smtp';
  } finally {
    transport.close();
  }
}

/** Sends a text message through the gateway that is set: POST JSON {to, text} with a bearer token; throws unless it answers 2xx. */
export async function sendSms({ to, text }: { to: string; text: string }): Promise<SentBy> {
  const { SMS_URL, SMS_TOKEN } = env();
  if (!SMS_URL) return onlyInTheDemo('短信网关');
  const headers = { 'content-type': 'application/json', ...(SMS_TOKEN ? { authorization: `Bearer ${SMS_TOKEN}` } : {}) };
  const answer = await fetch(SMS_URL, {
    ...{ method: 'POST', headers, body: JSON.stringify({ to, text }), redirect: 'error' },
    signal: AbortSignal.timeout(patience.socketTimeout),
  });
  if (!answer.ok) throw new Error(`短信网关答复 ${answer.status}`);
  return 'sms';
}
