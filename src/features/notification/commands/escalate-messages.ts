import 'server-only';
import { roleAbove } from '#domain/notification/escalation.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { SystemScope } from '#platform/scope.ts';
import { type DatedPost, datePosts, type LatePost } from '../queries/list-open-posts.ts';

/** Whoever of the role did something about the matter has taken its message, pressed or not. */
const settleSql = (districtCode: string) => Prisma.sql`
  UPDATE role_message post SET taken_at = now(), taken_by_id = (
    SELECT account.id FROM audit_record done JOIN user_account account ON done.actor = 'user:' || account.id
    WHERE done.subject = post.subject_id::text AND done.at > post.created_at AND account.role = post.role
      AND account.agency_code IS NOT DISTINCT FROM coalesce(post.agency_code, account.agency_code)
      AND account.territory_code IS NOT DISTINCT FROM post.territory_code ORDER BY done.at LIMIT 1)
  WHERE post.district_code = ${districtCode} AND taken_at IS NULL AND EXISTS (
    SELECT FROM audit_record done JOIN user_account account ON done.actor = 'user:' || account.id
    WHERE done.subject = post.subject_id::text AND done.at > post.created_at AND account.role = post.role
      AND account.agency_code IS NOT DISTINCT FROM coalesce(post.agency_code, account.agency_code)
      AND account.territory_code IS NOT DISTINCT FROM post.territory_code)`;

/** What went up is done with once the message itself was taken. */
const settleRaisedSql = (districtCode: string) => Prisma.sql`
  UPDATE role_message post SET taken_at = now(), taken_by_id = first.taken_by_id FROM role_message first
  WHERE post.district_code = ${districtCode} AND post.taken_at IS NULL AND post.event = 'message.escalated' AND first.id = post.subject_id
    AND first.taken_at IS NOT NULL`;

function keepDates(tx: Tx, dated: readonly DatedPost[]): Promise<number> {
  return tx.$executeRaw(Prisma.sql`UPDATE role_message SET escalates_at = dated.at FROM
    unnest(${dated.map(({ id }) => id)}::uuid[], ${dated.map(({ at }) => at)}::timestamptz[]) dated (id, at) WHERE role_message.id = dated.id`);
}

const raiseSql = (districtCode: string) => Prisma.sql`
  UPDATE role_message SET escalated_at = now() WHERE id IN (SELECT id FROM role_message
      WHERE district_code = ${districtCode} AND taken_at IS NULL AND escalated_at IS NULL AND escalates_at <= now() ORDER BY escalates_at LIMIT 200)
    AND taken_at IS NULL AND escalated_at IS NULL
  RETURNING id, role::text AS role, agency_code AS "agencyCode", text, href`;

function noticeOf({ role, agencyCode, text, href }: LatePost): Notice[] {
  const above = roleAbove(role);
  if (!above) return [];
  const agencyCodes = above === 'agencyHead' && agencyCode ? { agencyCodes: [agencyCode] } : {};
  return [{ to: { roles: [above], ...agencyCodes }, text: `超时无人接手：${text}`, href }];
}

/** Closes what was done, asks the clock about what is new, and tells the role above, once, of what nobody took in time. Gives how many. */
export async function escalateMessages({ tx, scope, record }: Command<SystemScope>): Promise<number> {
  const { districtCode } = scope;
  const settled = (await tx.$executeRaw(settleSql(districtCode))) + (await tx.$executeRaw(settleRaisedSql(districtCode)));
  const dated = await datePosts(tx, districtCode);
  if (dated.length > 0) await keepDates(tx, dated);
  const late = await tx.$queryRaw<LatePost[]>(raiseSql(districtCode));
  for (const post of late) record('message.escalated', post.id, { role: post.role, notices: noticeOf(post) });
  return settled + dated.length + late.length;
}
