import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import type { AmendmentStatus } from '#domain/inspection/amendment.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { RuleId, Verdict } from '#domain/law/verdict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { type EntryRequest, storedRequest } from '../schema.ts';

type PartRow = { readonly agency: string; readonly isLead: boolean; readonly request: unknown };

type Row = {
  readonly id: string;
  readonly status: FilingStatus;
  readonly kind: InspectionKind;
  readonly emergency: boolean;
  readonly filingNo: string | null;
  readonly enterpriseId: string;
  readonly uscc: string;
  readonly enterprise: string;
  readonly lead: string;
  readonly leadName: string;
  readonly districtCode: string;
  readonly authorId: string | null;
  readonly start: Date;
  readonly end: Date;
  readonly day: Day;
  readonly request: unknown;
  readonly verdict: Verdict | null;
  readonly decided: boolean;
  readonly lines: readonly string[];
  readonly entryNos: readonly string[];
  readonly parts: readonly PartRow[];
};

/** A filing as it stands, before it is changed: what it holds, and the request of each agency that answers for a part of its own. */
export type Standing = Omit<Row, 'request' | 'parts'> & {
  /** The lead's first, then those that joined; all at the filing's time. */
  readonly requests: readonly [EntryRequest, ...EntryRequest[]];
  /** Everybody who takes part. */
  readonly agencies: readonly string[];
};

function requestOf(kept: unknown, lead: string, { start, end }: Pick<Row, 'start' | 'end'>): EntryRequest {
  return { ...storedRequest.parse(kept), lead, start, end, approval: 'pending' };
}

const standingSql = (district: string, filing: string) => Prisma.sql`
  SELECT filing.id, filing.status::text AS status, filing.kind::text AS kind, emergency, filing_no AS "filingNo", enterprise_id AS "enterpriseId",
    enterprise.uscc, enterprise.name AS enterprise, lead_agency_code AS lead, (SELECT short_name FROM agency WHERE code = lead_agency_code) AS "leadName",
    filing.district_code AS "districtCode", author_id AS "authorId", starts_at AS start, ends_at AS "end", start_day::text AS day, request, verdict,
    decided_at IS NOT NULL OR EXISTS (SELECT FROM filing_amendment agreed WHERE agreed.filing_id = filing.id AND agreed.status = 'registered'
      AND agreed.decided_by_id IS NOT NULL) AS decided, ARRAY(SELECT jsonb_array_elements_text(coalesce(claims -> 'lines', '[]'))) AS lines,
    ARRAY(SELECT no FROM plan_entry WHERE id::text = claims ->> 'entryId' OR claims -> 'joinedEntryIds' ? id::text) AS "entryNos",
    (SELECT json_agg(json_build_object('agency', agency_code, 'isLead', is_lead, 'request', (SELECT act.request FROM filing_amendment act
        WHERE act.filing_id = filing.id AND act.agency_code = part.agency_code AND joining AND act.status = 'registered' ORDER BY no DESC LIMIT 1))
      ORDER BY NOT is_lead, agency_code) FROM filing_agency part WHERE part.filing_id = filing.id) AS parts
  FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE filing.id = ${filing}::uuid AND filing.district_code = ${district}`;

/** A filing of the district with its parts; whose it is has to be asked of what is given. */
export async function loadStanding(tx: Statements, districtCode: string, filing: string): Promise<Standing | null> {
  const [row] = await tx.$queryRaw<Row[]>(standingSql(districtCode, filing));
  if (!row) return null;
  const { request, parts, ...rest } = row;
  const joined = parts.flatMap((part) => (part.request ? [requestOf(part.request, part.agency, row)] : []));
  return { ...rest, requests: [requestOf(request, row.lead, row), ...joined], agencies: parts.map(({ agency }) => agency) };
}

/** An amendment that was proposed, as far as it is decided on. */
export type Act = {
  readonly id: string;
  readonly filing: string;
  readonly agency: string;
  readonly joining: boolean;
  readonly status: AmendmentStatus;
  readonly channel: 'form' | 'api';
  readonly reason: string;
  readonly request: EntryRequest;
  readonly verdict: { readonly findings: readonly { rule: RuleId; outcome: string }[] } | null;
  readonly proposedById: string | null;
  readonly approver: string | null;
  readonly approvedAt: Date | null;
};

/** An amendment of the district by its id; `agency` limits it to one agency's own. */
export async function loadAct(tx: Statements, place: { districtCode: string; agency?: string }, id: string): Promise<Act | null> {
  const [row] = await tx.$queryRaw<(Omit<Act, 'request'> & { request: unknown })[]>(Prisma.sql`
    SELECT act.id, filing_id AS filing, act.agency_code AS agency, joining, act.status::text AS status, act.channel::text AS channel, reason, act.request,
      act.verdict, proposed_by_id AS "proposedById", credential_no AS approver, approved_at AS "approvedAt"
    FROM filing_amendment act LEFT JOIN inspector ON inspector.id = approver_id
    WHERE act.id = ${id}::uuid AND act.district_code = ${place.districtCode}
      AND (${place.agency ?? null}::text IS NULL OR act.agency_code = ${place.agency ?? null})`);
  return row ? { ...row, request: { ...storedRequest.parse(row.request), lead: row.agency, approval: 'pending' } } : null;
}

/** Whether an amendment of this agency waits already: one at a time. */
export async function hasOpenAct(tx: Statements, filing: string, agency: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>(Prisma.sql`SELECT EXISTS (SELECT FROM filing_amendment
    WHERE filing_id = ${filing}::uuid AND agency_code = ${agency} AND status IN ('proposed', 'held')) AS open`);
  return row?.open ?? false;
}

/** Whether an agency may come along: it is no part yet, or joined before and changes its own part; sealed and case checks are nobody else's. */
export function mayJoin({ kind, agencies, requests, lead }: Standing, agency: string): boolean {
  const joined = requests.some((request) => request.lead === agency);
  return kind !== 'case' && agency !== lead && (joined || !agencies.includes(agency));
}
