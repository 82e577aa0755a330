import 'server-only';
import { Prisma } from '#platform/db.ts';
import type { EntryRequest } from '../schema.ts';
import type { Judged } from './judge-request.ts';

/** Who sends a filing in. */
export type Sender = { readonly channel: 'form' | 'api'; readonly authorId: string | null; readonly name: string; readonly phone: string };

/** What is stored: the request with its sender, under an id given before, at the instant of the transaction. */
export type Sent = {
  readonly id: string;
  readonly request: EntryRequest;
  readonly sender: Sender;
  readonly now: Date;
  /** Asked for by word of mouth; said at birth, because it never changes. */
  readonly emergency?: boolean;
};

/** The request as kept: the API body's shape, with its instants as text. */
export function keptRequest({ approval: _approval, lead: _lead, ...body }: EntryRequest): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(body));
}

/** The columns that a filing is born with, whatever becomes of it, in the order of `bornSql`. */
export const bornColumns = Prisma.raw(`id, district_code, channel, kind, form, lead_agency_code, enterprise_id, site_address, plan_entry_id,
  draw_outcome_id, starts_at, ends_at, start_day, year, request, handler_name, handler_phone, author_id, submitted_at, approver_id, approved_at,
  policy_id, verdict, emergency`);

/** Their values; reads the local day from `visitSql`. */
export function bornSql({ gathered: { facts, refs }, verdict }: Judged, sent: Sent): Prisma.Sql {
  const { id, request, sender, now, emergency = false } = sent;
  const approvedAt = typeof request.approval === 'object' ? (request.approval?.at ?? null) : null;
  return Prisma.sql`${id}::uuid, ${facts.policy.districtCode}, ${sender.channel}::filing_channel, ${request.kind}::inspection_kind,
    ${request.form}::inspection_form, ${request.lead}, ${refs.enterpriseId}::uuid, ${request.site ?? refs.address}, ${refs.planEntryId}::uuid,
    ${refs.drawOutcomeId}::uuid, ${request.start}, ${request.end}, day, extract(year FROM day), ${JSON.stringify(keptRequest(request))}::jsonb,
    ${sender.name}, ${sender.phone}, ${sender.authorId}::uuid, ${now}, ${refs.approverId}::uuid, ${approvedAt}::timestamptz,
    ${refs.policyId}::uuid, ${JSON.stringify(verdict)}::jsonb, ${emergency}`;
}

export function visitSql({ request }: Sent): Prisma.Sql {
  return Prisma.sql`(SELECT (${request.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS day) visit`;
}

/** Its agencies, matters and inspectors. */
export function partsSql({ gathered: { refs } }: Judged, { id, request }: Sent): Prisma.Sql {
  return Prisma.sql`parties AS (INSERT INTO filing_agency (filing_id, agency_code, is_lead)
      SELECT ${id}::uuid, code, code = ${request.lead} FROM unnest(${[request.lead, ...request.coAgencies]}::text[]) code ON CONFLICT DO NOTHING
    ), matters AS (INSERT INTO filing_matter (filing_id, matter_id) SELECT ${id}::uuid, matter FROM unnest(${refs.matterIds}::uuid[]) matter
    ), people AS (INSERT INTO filing_inspector (filing_id, inspector_id)
      SELECT ${id}::uuid, inspector FROM unnest(${refs.inspectorIds}::uuid[]) inspector)`;
}
