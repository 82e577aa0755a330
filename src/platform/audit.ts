import 'server-only';
import type { Role } from '#domain/access/permissions.ts';
import { Prisma, type Statements } from './db.ts';
import type { Actor, SystemActor } from './scope.ts';

/** Who is told of an event, in the inbox. */
export type Recipients = {
  readonly userIds?: readonly string[];
  readonly roles?: readonly Role[];
  readonly agencyCodes?: readonly string[];
};
export type Notice = { readonly to: Recipients; readonly text: string; readonly href: string };

/** A past-tense event, what it happened to, and what matters about it. */
export type AuditEvent = {
  readonly event: string;
  readonly subject: string;
  readonly detail: Prisma.InputJsonValue;
  readonly notices: readonly Notice[];
};

/** What a command calls: `record('filing.filed', id, { filingNo, notices: [notice] })`; all but the notices is the record's detail. */
export type Recorder = (
  event: string,
  subject: string,
  more?: { readonly notices?: readonly Notice[]; readonly [detail: string]: unknown },
) => void;

/** Where an event came from. */
export type Origin = { readonly actor: Actor | SystemActor; readonly requestId: string; readonly districtCode: string | null };

/** Collects events during a command; they are written last, because the chain's head is the last lock to take. */
export function createRecorder(): { record: Recorder; events: AuditEvent[] } {
  const events: AuditEvent[] = [];
  return {
    events,
    record: (event, subject, { notices = [], ...detail } = {}) => {
      events.push({ event, subject, detail: detail as Prisma.InputJsonValue, notices });
    },
  };
}

function nameActor(actor: Origin['actor']): string {
  return 'id' in actor ? `${actor.type}:${actor.id}` : actor.type;
}

function appendSql(origin: Origin, { event, subject, detail }: AuditEvent): Prisma.Sql {
  const { actor } = origin;
  const agency = 'agencyCode' in actor ? actor.agencyCode : null;
  const session = actor.type === 'user' ? actor.sessionId : null;
  return Prisma.sql`audit_append(coalesce((SELECT code FROM district WHERE code = ${origin.districtCode}), 'platform'), ${nameActor(actor)}, ${agency}, ${session}::uuid,
    ${origin.requestId}, ${event}, ${subject}, ${JSON.stringify(detail)}::jsonb)`;
}

function noticeSql(origin: Origin, event: AuditEvent, { to, text, href }: Notice): Prisma.Sql {
  return Prisma.sql`INSERT INTO notification (id, user_id, event, subject_id, text, href)
    SELECT gen_random_uuid(), id, ${event.event}, ${event.subject}::uuid, ${text}, ${href} FROM user_account
    WHERE district_code = ${origin.districtCode} AND disabled_at IS NULL AND (
      id = ANY(${to.userIds ?? []}::uuid[])
      OR (role::text = ANY(${to.roles ?? []}::text[]) AND (${to.agencyCodes === undefined} OR agency_code = ANY(${to.agencyCodes ?? []}::text[]))))`;
}

function eventSql(origin: Origin, event: AuditEvent): Prisma.Sql {
  const notices = event.notices.map((notice, index) => Prisma.sql`${Prisma.raw(`told_${index}`)} AS (${noticeSql(origin, event, notice)})`);
  const append = Prisma.sql`SELECT ${appendSql(origin, event)}`;
  return notices.length === 0 ? append : Prisma.sql`WITH ${Prisma.join(notices)} ${append}`;
}

/** Writes the events with their notices, one statement each and in order, in the command's own transaction. */
export async function writeAudit(tx: Statements, origin: Origin, events: readonly AuditEvent[]): Promise<void> {
  await Promise.all(events.map((event) => tx.$queryRaw(eventSql(origin, event))));
}
