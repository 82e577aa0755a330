import 'server-only';
import { filingNoPattern } from '#domain/inspection/filing-no.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId, newPublicCode } from '#platform/entropy.ts';
import type { Gathered } from '../queries/gather-entry-facts.ts';
import { countedSql } from '../queries/status-sets.ts';
import type { EntryRequest } from '../schema.ts';
import { type Claims, claimsOf, claimsSql, isClaimed } from './claims-sql.ts';
import type { Judged } from './judge-request.ts';

/** Who sends a filing in. */
export type Sender = { readonly channel: 'form' | 'api'; readonly authorId: string | null; readonly name: string; readonly phone: string };

export type Filed = { readonly id: string; readonly filingNo: string; readonly publicCode: string };

/** The request as kept: the API body's shape, with its instants as text. */
export function keptRequest({ approval: _approval, lead: _lead, ...body }: EntryRequest): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(body));
}

function filingRowSql(
  { gathered: { facts, refs }, verdict }: Judged,
  request: EntryRequest,
  sent: Sender & { id: string; submittedAt: Date },
): Prisma.Sql {
  const approvedAt = typeof request.approval === 'object' ? (request.approval?.at ?? null) : null;
  return Prisma.sql`INSERT INTO filing (id, district_code, status, channel, kind, form, lead_agency_code, enterprise_id, site_address,
      plan_entry_id, draw_outcome_id, starts_at, ends_at, start_day, year, request, handler_name, handler_phone, author_id, submitted_at,
      approver_id, approved_at, policy_id, verdict)
    SELECT ${sent.id}::uuid, ${facts.policy.districtCode}, 'submitted', ${sent.channel}::filing_channel, ${request.kind}::inspection_kind,
      ${request.form}::inspection_form, ${request.lead}, ${refs.enterpriseId}::uuid, ${request.site ?? refs.address},
      ${refs.planEntryId}::uuid, ${refs.drawOutcomeId}::uuid, ${request.start}, ${request.end}, day, extract(year FROM day),
      ${JSON.stringify(keptRequest(request))}::jsonb, ${sent.name}, ${sent.phone}, ${sent.authorId}::uuid, ${sent.submittedAt},
      ${refs.approverId}::uuid, ${approvedAt}, ${refs.policyId}::uuid, ${JSON.stringify(verdict)}::jsonb
    FROM (SELECT (${request.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS day) visit`;
}

/** Stores a request as a submitted filing with its agencies, matters, inspectors and the verdict of now, in one statement. Gives its id. */
export async function insertFiling(
  tx: Statements,
  judged: Judged,
  sent: { request: EntryRequest; sender: Sender; now: Date },
): Promise<string> {
  const { request, sender, now } = sent;
  const id = newId();
  const { refs } = judged.gathered;
  await tx.$executeRaw(Prisma.sql`WITH stored AS (${filingRowSql(judged, request, { ...sender, id, submittedAt: now })}),
    parts AS (INSERT INTO filing_agency (filing_id, agency_code, is_lead)
      SELECT ${id}::uuid, code, code = ${request.lead} FROM unnest(${[request.lead, ...request.coAgencies]}::text[]) code ON CONFLICT DO NOTHING),
    matters AS (INSERT INTO filing_matter (filing_id, matter_id) SELECT ${id}::uuid, matter FROM unnest(${refs.matterIds}::uuid[]) matter)
    INSERT INTO filing_inspector (filing_id, inspector_id) SELECT ${id}::uuid, inspector FROM unnest(${refs.inspectorIds}::uuid[]) inspector`);
  return id;
}

type Taken = { places: number; lines: number; matters: number; filingNo: string | null };

export type Settling = {
  readonly id: string;
  readonly from: 'submitted' | 'held';
  readonly to: 'filed' | 'filedWithCondition';
  readonly verdict: Verdict;
  readonly publicCode: string;
};

function noticeSql({ refs }: Gathered, { verdict }: Settling): Prisma.Sql {
  const isDue = verdict.findings.some(({ rule, outcome }) => rule === 'territory-notice' && outcome === 'duty');
  return Prisma.sql`notice AS (INSERT INTO territory_notice (filing_id, territory_code, sent_at)
    SELECT id, ${refs.territoryCode}, now() FROM settled WHERE ${isDue})`;
}

function settleSql(gathered: Gathered, settling: Settling, claims: Claims): Prisma.Sql {
  const { facts, refs } = gathered;
  const { id, from, to, verdict, publicCode } = settling;
  return Prisma.sql`WITH ${claimsSql(claims, id, refs.enterpriseId)}, serial AS (
    INSERT INTO filing_serial AS serial (agency_code, year, last)
    VALUES (${facts.lead.code}, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai'), 1)
    ON CONFLICT (agency_code, year) DO UPDATE SET last = serial.last + 1 RETURNING year, last
  ), before AS (
    SELECT count(*) FILTER (WHERE lead_agency_code = ${facts.lead.code}) AS ours, count(*) AS everybody FROM filing
    WHERE enterprise_id = ${refs.enterpriseId}::uuid AND year = ${claims.year} AND status IN ${countedSql}
  ), settled AS (
    UPDATE filing SET status = ${to}::filing_status, policy_id = ${refs.policyId}::uuid, verdict = ${JSON.stringify(verdict)}::jsonb,
      claims = ${JSON.stringify(claims)}::jsonb, approver_id = coalesce(${refs.approverId}::uuid, approver_id), approved_at = coalesce(approved_at, now()),
      filed_at = now(), public_code = ${publicCode}, nth_by_agency = before.ours + 1, nth_by_all = before.everybody + 1,
      filing_no = replace(replace(${filingNoPattern(facts.lead.shortName)}, '{year}', serial.year::text), '{n}', serial.last::text)
    FROM serial, before WHERE filing.id = ${id}::uuid AND filing.status = ${from}::filing_status RETURNING filing.id, filing_no
  ), ${noticeSql(gathered, settling)}
  SELECT (SELECT count(*)::int FROM place) AS places, (SELECT count(*)::int FROM counted) AS lines, (SELECT count(*)::int FROM once) AS matters,
    (SELECT filing_no FROM settled) AS "filingNo"`;
}

/**
 * Files a stored request: takes its limits, its number and its code in one statement. Throws `LimitTaken` when a limit went to
 * somebody else meanwhile or the status moved on: nothing of it may be kept, the caller's transaction is judged anew.
 */
export async function settleFiling(tx: Statements, gathered: Gathered, settling: Omit<Settling, 'publicCode'>): Promise<Filed> {
  const claims = claimsOf(gathered, settling.verdict);
  const publicCode = newPublicCode();
  const [taken] = await tx.$queryRaw<Taken[]>(settleSql(gathered, { ...settling, publicCode }, claims));
  if (!taken?.filingNo || !isClaimed(claims, taken)) throw new LimitTaken('a limit was taken meanwhile, or the filing moved on');
  return { id: settling.id, filingNo: taken.filingNo, publicCode };
}
