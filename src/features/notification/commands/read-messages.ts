import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { StaffScope } from '#platform/scope.ts';

/** Marks all of one's own messages as read. */
export async function readMessages({ tx, scope, record, now }: Command<StaffScope>): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return ok(null);
  const { count } = await tx.notification.updateMany({ where: { userId: actor.id, readAt: null }, data: { readAt: now } });
  record('notification.read', actor.id, { messages: count });
  return ok(null);
}

/** Marks one of one's own messages as read; one that was read stays as it is. */
export async function readMessage({ tx, scope, record, now }: Command<StaffScope>, input: { message: string }): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return notFound();
  const found = await tx.notification.findFirst({ where: { id: input.message, userId: actor.id }, select: { id: true } });
  if (!found) return notFound();
  const { count } = await tx.notification.updateMany({ where: { id: found.id, userId: actor.id, readAt: null }, data: { readAt: now } });
  record('notification.read', actor.id, { messages: count });
  return ok(null);
}
