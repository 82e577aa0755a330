import 'server-only';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { StaffScope } from '#platform/scope.ts';

/** Marks all of one's own messages as read. */
export async function readMessages({ tx, scope, record, now }: Command<StaffScope>): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return ok(null);
  const { count } = await tx.notification.updateMany({ where: { userId: actor.id, readAt: null }, data: { readAt: now } });
  record('notification.read', actor.id, { messages: count });
  return ok(null);
}
