import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { StaffScope } from '#platform/scope.ts';
import type { InboxFilter } from '../schema.ts';

export const inboxSize = 30;

/** A message to a person, or to a role: the latter has somebody who takes it. */
export type Message = {
  readonly id: string;
  readonly event: string;
  readonly text: string;
  readonly href: string;
  readonly createdAt: Date;
  /** Read, or taken. */
  readonly doneAt: Date | null;
  readonly takenBy: string | null;
  /** When a role's message goes one role up, and when it did. */
  readonly escalatesAt: Date | null;
  readonly escalatedAt: Date | null;
};

export type Inbox = {
  readonly now: Date;
  readonly filter: InboxFilter;
  readonly rows: readonly Message[];
  readonly total: number;
  readonly pages: number;
  /** What waits in either list, whatever the filter. */
  readonly unread: number;
  readonly untaken: number;
};

type Counts = { now: Date; total: number; unread: number; untaken: number };

/** The role messages that this person may take: of the own role, agency and territory. */
export function ownPostSql(scope: StaffScope): Prisma.Sql {
  const { actor, districtCode, agencyCode } = scope;
  const [role, territory] = actor.type === 'user' ? [actor.role, actor.territoryCode ?? null] : [null, null];
  return Prisma.sql`post.district_code = ${districtCode} AND post.role::text = ${role} AND coalesce(post.agency_code, ${agencyCode}) = ${agencyCode}
    AND post.territory_code IS NOT DISTINCT FROM ${territory}`;
}

const ownSql = ({ actor }: StaffScope) => Prisma.sql`note.user_id = ${actor.type === 'user' ? actor.id : null}::uuid
  AND NOT EXISTS (SELECT FROM notification_preference liked WHERE liked.user_id = note.user_id AND family = split_part(note.event, '.', 1) AND NOT in_app)`;

function filterSql(alias: 'note' | 'post', { family, state }: InboxFilter): Prisma.Sql {
  const [event, done] = [Prisma.raw(`${alias}.event`), Prisma.raw(alias === 'note' ? 'note.read_at' : 'post.taken_at')];
  const stated =
    state === undefined ? Prisma.empty : state === 'open' ? Prisma.sql`AND ${done} IS NULL` : Prisma.sql`AND ${done} IS NOT NULL`;
  return family ? Prisma.sql`AND split_part(${event}, '.', 1) = ${family} ${stated}` : stated;
}

const pageSql = ({ page }: InboxFilter) => Prisma.sql`LIMIT ${inboxSize} OFFSET ${(page - 1) * inboxSize}`;

const mineSql = (scope: StaffScope, filter: InboxFilter) => Prisma.sql`
  SELECT id, event, text, href, created_at AS "createdAt", read_at AS "doneAt", NULL AS "takenBy", NULL AS "escalatesAt", NULL AS "escalatedAt"
  FROM notification note WHERE ${ownSql(scope)} ${filterSql('note', filter)}
  ORDER BY read_at IS NOT NULL, created_at DESC, id ${pageSql(filter)}`;

const roleSql = (scope: StaffScope, filter: InboxFilter) => Prisma.sql`
  SELECT post.id, event, text, href, post.created_at AS "createdAt", taken_at AS "doneAt", account.name AS "takenBy",
    escalates_at AS "escalatesAt", escalated_at AS "escalatedAt"
  FROM role_message post LEFT JOIN user_account account ON account.id = taken_by_id WHERE ${ownPostSql(scope)} ${filterSql('post', filter)}
  ORDER BY taken_at IS NOT NULL, CASE WHEN taken_at IS NULL THEN post.created_at END, post.created_at DESC, post.id ${pageSql(filter)}`;

const countsSql = (scope: StaffScope, filter: InboxFilter) => Prisma.sql`
  SELECT now() AS now, (SELECT count(*)::int FROM notification note WHERE ${ownSql(scope)} AND read_at IS NULL) AS unread,
    (SELECT count(*)::int FROM role_message post WHERE ${ownPostSql(scope)} AND taken_at IS NULL) AS untaken,
    ${
      filter.view === 'mine'
        ? Prisma.sql`(SELECT count(*)::int FROM notification note WHERE ${ownSql(scope)} ${filterSql('note', filter)})`
        : Prisma.sql`(SELECT count(*)::int FROM role_message post WHERE ${ownPostSql(scope)} ${filterSql('post', filter)})`
    } AS total`;

/** One page of a person's own messages (unread first, then the latest) or of the role's (untaken first, the oldest of them on top). */
export async function loadInbox(scope: StaffScope, filter: InboxFilter): Promise<Inbox> {
  const [rows, [counts]] = await Promise.all([
    db().$queryRaw<Message[]>(filter.view === 'mine' ? mineSql(scope, filter) : roleSql(scope, filter)),
    db().$queryRaw<Counts[]>(countsSql(scope, filter)),
  ]);
  if (!counts) throw new Error('no counts');
  return { ...counts, rows, filter, pages: Math.max(1, Math.ceil(counts.total / inboxSize)) };
}
