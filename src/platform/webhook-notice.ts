import 'server-only';
import { toldAs } from '#domain/webhook/events.ts';
import { Prisma } from './db.ts';
import { shownStatusSql } from './statements.ts';

/** A record of the audit, as far as systems are told of it. */
type Audited = { readonly event: string; readonly subject: string; readonly detail: unknown; readonly agencyCode: string | null };

function textIn(detail: unknown, field: string): string | null {
  const value = (detail as Readonly<Partial<Record<string, unknown>>> | null)?.[field];
  return typeof value === 'string' ? value : null;
}

const bodySql = (
  event: string,
) => Prisma.sql`jsonb_build_object('event', ${event}::text, 'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'filing', filing.id, 'filingNo', filing_no, 'status', ${shownStatusSql({ kind: 'agency' })}, 'agency', webhook.agency_code)`;

/** The parts of a statement (`WITH …`) that queue an event for the systems of the agencies it concerns; none where it stays here. */
export function webhookParts({ event, subject, detail, agencyCode }: Audited): Prisma.Sql[] {
  const told = toldAs(event);
  if (!told) return [];
  const own = told.to === 'own' ? (textIn(detail, 'agency') ?? agencyCode) : null;
  const filing = textIn(detail, 'filing') ?? subject;
  return [
    Prisma.sql`called AS (INSERT INTO webhook_delivery (id, webhook_id, event, body)
      SELECT gen_random_uuid(), webhook.id, ${told.event}, ${bodySql(told.event)} FROM webhook
      JOIN filing_agency part ON part.agency_code = webhook.agency_code AND part.filing_id = ${filing}::uuid JOIN filing ON filing.id = part.filing_id
      WHERE revoked_at IS NULL AND ${told.event} = ANY(events) ${own === null ? Prisma.empty : Prisma.sql`AND webhook.agency_code = ${own}`} RETURNING id)`,
    Prisma.sql`woken AS (INSERT INTO pgboss.job (name, data) SELECT 'webhook-send', jsonb_build_object('delivery', id) FROM called)`,
  ];
}
