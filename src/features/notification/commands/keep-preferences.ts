import 'server-only';
import { families } from '#domain/notification/families.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { StaffScope } from '#platform/scope.ts';
import type { Preferences } from '../schema.ts';

/** Keeps how one wants to hear of each family of events, and where one's mail goes; one's own choice alone. The log never holds the address. */
export async function keepPreferences({ tx, scope, record }: Command<StaffScope>, input: Preferences): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return notFound();
  await tx.$executeRaw(Prisma.sql`INSERT INTO notification_preference (user_id, family, in_app, mail, digest)
    SELECT ${actor.id}::uuid, family, family = ANY(${input.inApp}::text[]), family = ANY(${input.mail}::text[]), family = ANY(${input.digest}::text[])
    FROM unnest(${[...families]}::text[]) family
    ON CONFLICT (user_id, family) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail, digest = excluded.digest`);
  const { address, ...choices } = input;
  const { count } = await tx.user.updateMany({ where: { id: actor.id, mail: { not: address } }, data: { mail: address } });
  record('notification.preferred', actor.id, { ...choices, isAddressChanged: count > 0 });
  return ok(null);
}
