import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { StaffScope } from '#platform/scope.ts';
import { ownPostSql } from '../queries/load-inbox.ts';

type Locked = { id: string; takenBy: string | null; isTaken: boolean; isAsked: boolean };

/** The message with those that say the same to other roles of the same agency, and those that it went up as; locked in one order. */
const lockSql = (scope: StaffScope, id: string) => Prisma.sql`
  WITH asked AS (SELECT * FROM role_message post WHERE post.id = ${id}::uuid AND ${ownPostSql(scope)})
  SELECT same.id, (SELECT name FROM user_account WHERE user_account.id = same.taken_by_id) AS "takenBy",
    same.taken_at IS NOT NULL AS "isTaken", same.id = asked.id AS "isAsked"
  FROM asked JOIN role_message same ON same.district_code = asked.district_code AND (
    same.event = asked.event AND same.subject_id = asked.subject_id AND same.text = asked.text
      AND same.agency_code IS NOT DISTINCT FROM asked.agency_code AND same.territory_code IS NOT DISTINCT FROM asked.territory_code
    OR same.event = 'message.escalated' AND same.subject_id = asked.id OR asked.event = 'message.escalated' AND same.id = asked.subject_id)
  ORDER BY same.id FOR UPDATE OF same`;

function takeAll(tx: Tx, ids: readonly string[], by: string): Promise<number> {
  return tx.$executeRaw(
    Prisma.sql`UPDATE role_message SET taken_at = now(), taken_by_id = ${by}::uuid WHERE id = ANY(${ids}::uuid[]) AND taken_at IS NULL`,
  );
}

/** «我来办»: one person handles a role's message; whoever comes second hears who does. */
export async function takeMessage({ tx, scope, record }: Command<StaffScope>, input: { message: string }): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return notFound();
  const rows = await tx.$queryRaw<Locked[]>(lockSql(scope, input.message));
  const asked = rows.find(({ isAsked }) => isAsked);
  if (!asked) return notFound();
  if (asked.takenBy) return stale(`已由${asked.takenBy}接手。`);
  if (asked.isTaken) return stale('这件事已经办了。');
  await takeAll(
    tx,
    rows.map(({ id }) => id),
    actor.id,
  );
  record('message.taken', input.message);
  return ok(null);
}
