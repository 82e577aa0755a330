import 'server-only';
import { seenToPairs } from '#domain/notification/asks.ts';
import { roleAbove } from '#domain/notification/escalation.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { SystemScope } from '#platform/scope.ts';
import { type DatedPost, datePosts, type LatePost, pastSql } from '../queries/list-open-posts.ts';

/** A message about an act is done with once somebody, whoever it was, did that very act. */
const settleSeenSql = (districtCode: string) => Prisma.sql`
  UPDATE role_message post SET taken_at = now(), taken_by_id = seen.by FROM (
    SELECT DISTINCT ON (asked.id) asked.id, account.id AS by FROM role_message asked
    JOIN unnest(${seenToPairs.map(([event]) => event)}::text[], ${seenToPairs.map(([, done]) => done)}::text[]) pair (event, done)
      ON pair.event = asked.event
    JOIN audit_record act ON act.subject = asked.subject_id::text AND act.event = pair.done AND act.at > asked.created_at
    LEFT JOIN user_account account ON act.actor = 'user:' || account.id
    WHERE asked.district_code = ${districtCode} AND asked.taken_at IS NULL ORDER BY asked.id, act.at) seen
  WHERE post.id = seen.id AND post.taken_at IS NULL`;

/** The territory's message is done with once the visit is acknowledged, be it by telephone, or nobody comes any more. */
const settleTerritorySql = (districtCode: string) => Prisma.sql`
  UPDATE role_message post SET taken_at = now(), taken_by_id = notice.acknowledged_by_id
  FROM filing LEFT JOIN territory_notice notice ON notice.filing_id = filing.id
  WHERE post.district_code = ${districtCode} AND post.taken_at IS NULL AND post.role = 'territoryOfficer' AND filing.id = post.subject_id
    AND (notice.acknowledged_at IS NOT NULL OR notice.filing_id IS NULL OR ${pastSql})`;

/** What went up is done with once the message itself was taken. */
const settleRaisedSql = (districtCode: string) => Prisma.sql`
  UPDATE role_message post SET taken_at = now(), taken_by_id = first.taken_by_id FROM role_message first
  WHERE post.district_code = ${districtCode} AND post.taken_at IS NULL AND post.event = 'message.escalated' AND first.id = post.subject_id
    AND first.taken_at IS NOT NULL`;

/** Closes what was done; the messages that went up last, for they follow. */
async function settle(tx: Tx, districtCode: string): Promise<number> {
  const seen = await tx.$executeRaw(settleSeenSql(districtCode));
  const acknowledged = await tx.$executeRaw(settleTerritorySql(districtCode));
  return seen + acknowledged + (await tx.$executeRaw(settleRaisedSql(districtCode)));
}

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
  const settled = await settle(tx, districtCode);
  const dated = await datePosts(tx, districtCode);
  if (dated.length > 0) await keepDates(tx, dated);
  const late = await tx.$queryRaw<LatePost[]>(raiseSql(districtCode));
  for (const post of late) record('message.escalated', post.id, { role: post.role, notices: noticeOf(post) });
  return settled + dated.length + late.length;
}
