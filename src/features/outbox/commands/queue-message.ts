import 'server-only';
import type { Prisma, Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';

/** A text to somebody outside: which template, filled with what. Links that carry a secret are made when it is sent, never stored. */
export type Outgoing = {
  readonly districtCode: string;
  readonly channel: 'sms' | 'mail';
  /** A telephone number or a mail address. */
  readonly recipient: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
};

/** Puts a message into the outbox in the caller's transaction: it is sent if and only if that commits. Gives its id. */
export async function queueMessage(tx: Tx, { params, ...message }: Outgoing): Promise<string> {
  const id = newId();
  await tx.outboxMessage.create({ data: { id, ...message, params: params as Prisma.InputJsonObject } });
  await enqueue(tx, 'outbox-send', { message: id });
  return id;
}
