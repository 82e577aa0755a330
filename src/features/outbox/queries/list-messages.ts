import 'server-only';
import { maskPhone } from '#domain/enterprise/mask-phone.ts';
import { db, Prisma } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import type { OfficeScope, PublicScope } from '#platform/scope.ts';
import { messagesOnPage, type OutboxFilter } from '../schema.ts';

export type MessageRow = {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  /** Masked: recognised, but not dialled. */
  readonly recipient: string;
  readonly template: string;
  readonly status: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  readonly sentBy: string;
  readonly error: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};
export type MessageList = {
  readonly rows: readonly MessageRow[];
  readonly total: number;
  readonly failed: number;
  readonly pages: number;
  readonly now: Date;
  /** Whether the demo's mailbox shows what went out. */
  readonly isDemo: boolean;
};

/** 138****5678, or ab***@example.com. */
function maskRecipient(recipient: string): string {
  const [name = '', host] = recipient.split('@');
  return host === undefined ? maskPhone(recipient) : `${name.slice(0, 2)}***@${host}`;
}

const columns = Prisma.sql`id, channel::text AS channel, recipient, template, status::text AS status, attempts, sent_by AS "sentBy", error,
  created_at AS "createdAt", sent_at AS "sentAt"`;

/** The messages that left the district or wait to, the latest first; recipients are masked. */
export async function listMessages(scope: OfficeScope, { status, page }: OutboxFilter): Promise<MessageList> {
  const own = Prisma.sql`district_code = ${scope.districtCode}`;
  const where = status ? Prisma.sql`${own} AND status = ${status}::outbox_status` : own;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<MessageRow[]>(Prisma.sql`SELECT ${columns} FROM outbox_message WHERE ${where}
      ORDER BY created_at DESC, id DESC LIMIT ${messagesOnPage} OFFSET ${(page - 1) * messagesOnPage}`),
    db().$queryRaw<{ total: number; failed: number; now: Date }[]>(Prisma.sql`SELECT now() AS now,
      (SELECT count(*)::int FROM outbox_message WHERE ${where}) AS total,
      (SELECT count(*)::int FROM outbox_message WHERE ${own} AND status = 'failed') AS failed`),
  ]);
  const { total = 0, failed = 0, now = new Date(0) } = counted ?? {};
  const masked = rows.map((row) => ({ ...row, recipient: maskRecipient(row.recipient) }));
  return { rows: masked, total, failed, pages: Math.max(1, Math.ceil(total / messagesOnPage)), now, isDemo: env().NINGQI_DEMO === '1' };
}

export type Letter = {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  readonly recipient: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly sentAt: Date;
};

/** What the demo sent to nobody, the latest first; null outside the demo. */
export async function listDemoLetters(_scope: PublicScope): Promise<{ letters: Letter[]; now: Date } | null> {
  if (env().NINGQI_DEMO !== '1') return null;
  const letters = await db().$queryRaw<(Letter & { now: Date })[]>(Prisma.sql`
    SELECT id, channel::text AS channel, recipient, template, params, sent_at AS "sentAt", now() AS now FROM outbox_message
    WHERE sent_by = 'demo' AND sent_at IS NOT NULL ORDER BY sent_at DESC, id DESC LIMIT 30`);
  return {
    letters: letters.map((letter) => ({ ...letter, recipient: maskRecipient(letter.recipient) })),
    now: letters[0]?.now ?? new Date(0),
  };
}
