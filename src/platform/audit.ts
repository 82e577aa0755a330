import 'server-only';
import { Prisma, type Statements } from './db.ts';
import { type Notice as InboxNotice, noticeParts } from './notice.ts';
import type { Actor, SystemActor } from './scope.ts';
import { webhookParts } from './webhook-notice.ts';

/** A message for the inboxes of people and roles. */
export type Notice = InboxNotice;

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

function eventSql(origin: Origin, audited: AuditEvent): Prisma.Sql {
  const { event, subject, detail } = audited;
  const about = { districtCode: origin.districtCode, event, subject };
  const agencyCode = 'agencyCode' in origin.actor ? origin.actor.agencyCode : null;
  const parts = [
    ...audited.notices.flatMap((notice, nth) => noticeParts(about, notice, nth)),
    ...webhookParts({ event, subject, detail, agencyCode }),
  ];
  const append = Prisma.sql`SELECT ${appendSql(origin, audited)}`;
  return parts.length === 0 ? append : Prisma.sql`WITH ${Prisma.join(parts)} ${append}`;
}

/** Writes the events with their notices and what systems are told, one statement each and in order, in the command's own transaction. */
export async function writeAudit(tx: Statements, origin: Origin, events: readonly AuditEvent[]): Promise<void> {
  await Promise.all(events.map((event) => tx.$queryRaw(eventSql(origin, event))));
}
