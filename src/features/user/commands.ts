import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, notPermitted, type Outcome, ok } from '#platform/outcome.ts';
import type { AdminScope } from '#platform/scope.ts';

/** Closes an account and ends its sessions at once. Nobody closes their own, so that one administrator is always left. */
export async function disableUser({ tx, scope, record, now }: Command<AdminScope>, input: { user: string }): Promise<Outcome<null>> {
  if (input.user === scope.actor.id) return notPermitted();
  const where = { id: input.user, districtCode: scope.districtCode, disabledAt: null };
  const { count } = await tx.user.updateMany({ where, data: { disabledAt: now } });
  if (count === 0) return notFound();
  const ended = await tx.session.updateMany({ where: { userId: input.user, endedAt: null }, data: { endedAt: now } });
  record('user.disabled', input.user, { sessions: ended.count });
  return ok(null);
}

/** Opens a closed account again; sessions from before stay ended. */
export async function enableUser({ tx, scope, record }: Command<AdminScope>, input: { user: string }): Promise<Outcome<null>> {
  const where = { id: input.user, districtCode: scope.districtCode, disabledAt: { not: null } };
  const { count } = await tx.user.updateMany({ where, data: { disabledAt: null } });
  if (count === 0) return notFound();
  record('user.enabled', input.user);
  return ok(null);
}
