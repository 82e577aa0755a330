import 'server-only';
import { claimsSql, isClaimed } from '#features/filing/commands/claims-sql.ts';
import { keptRequest } from '#features/filing/commands/filing-row-sql.ts';
import { giveBackClaims } from '#features/filing/commands/release-filing.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { touchWords } from '../labels.ts';
import type { EntryRequest } from '../schema.ts';
import { claimsOfParts, partsSql, type Revised, settledSql, toldSql } from './revised-sql.ts';

export const movedOn = '这件备案或这次变更的状态已经变化，请刷新后再办。';

type Context = Command<AgencyScope | OfficeScope, Statements>;
type Taken = { places: number; lines: number; matters: number; no: number | null; inside: string[]; outside: string[] };

/** Where the act's row stands: one that was proposed is moved on, one of the agency's own system is born registered. */
export type Registering = {
  readonly id: string;
  readonly reason: string;
  readonly from: 'proposed' | 'held' | 'new';
  readonly authorId: string | null;
  /** The office's opinion, where it had to be asked. */
  readonly decision?: { readonly byId: string; readonly remark: string };
};

/** What stood there before, in the shape of what shall stand there; an agency that joins had nothing. */
function beforeOf({ standing, request }: Revised): EntryRequest {
  const before = standing.requests.find(({ lead }) => lead === request.lead);
  return before ?? { ...request, matters: [], inspectors: [] };
}

function actSql(revised: Revised, { id, reason, from, decision }: Registering): Prisma.Sql {
  const { standing, request, touches, judged } = revised;
  const before = JSON.stringify(keptRequest(beforeOf(revised)));
  const verdict = JSON.stringify(judged.own.verdict);
  const { approverId } = judged.own.gathered.refs;
  if (from === 'new') {
    const approvedAt = typeof request.approval === 'object' ? (request.approval?.at ?? null) : null;
    return Prisma.sql`INSERT INTO filing_amendment (id, district_code, filing_id, no, agency_code, joining, status, channel, reason, request, before, touches,
        verdict, proposed_at, approver_id, approved_at, registered_at)
      SELECT ${id}::uuid, ${standing.districtCode}, settled.id, settled.no, ${request.lead}, ${request.lead !== standing.lead}, 'registered', 'api', ${reason},
        ${JSON.stringify(keptRequest(request))}::jsonb, ${before}::jsonb, ${[...touches]}::text[], ${verdict}::jsonb, now(), ${approverId}::uuid,
        ${approvedAt}::timestamptz, now() FROM settled RETURNING filing_amendment.no`;
  }
  return Prisma.sql`UPDATE filing_amendment SET status = 'registered', no = settled.no, before = ${before}::jsonb, verdict = ${verdict}::jsonb,
      approver_id = coalesce(${approverId}::uuid, approver_id), approved_at = coalesce(approved_at, now()), decided_by_id = ${decision?.byId ?? null}::uuid,
      remark = ${decision?.remark ?? ''}, registered_at = now()
    FROM settled WHERE filing_amendment.id = ${id}::uuid AND status = ${from}::amendment_status RETURNING filing_amendment.no`;
}

/** Takes the limits anew and writes the change; nothing of it may be kept where a limit was taken meanwhile. */
async function storeRevised(tx: Statements, revised: Revised, act: Registering): Promise<Taken & { no: number }> {
  const { standing } = revised;
  const claims = claimsOfParts(revised);
  const [taken] = await tx.$queryRaw<
    Taken[]
  >(Prisma.sql`WITH ${claimsSql(claims, standing.id, standing.enterpriseId)}, ${settledSql(revised, claims)},
    ${partsSql(revised)}, ${toldSql(revised)}, act AS (${actSql(revised, act)})
    SELECT (SELECT count(*)::int FROM place) AS places, (SELECT count(*)::int FROM counted) AS lines, (SELECT count(*)::int FROM once) AS matters,
      (SELECT no FROM act) AS no, ARRAY(SELECT id FROM inside) AS inside, ARRAY(SELECT user_id FROM outside) AS outside`);
  if (!taken || taken.no === null || !isClaimed(claims, taken)) throw new LimitTaken('a limit was taken meanwhile, or the filing moved on');
  return { ...taken, no: taken.no };
}

/** Everybody concerned hears of it: who comes and came, the agencies' heads, who filed, the territory and the contacts. */
function noticesOf({ standing, touches, judged }: Revised, taken: Taken, authorId: string | null): Notice[] {
  const { shortName, code } = judged.own.gathered.facts.lead;
  const what = code === standing.lead ? `变更了${touches.map((part) => touchWords[part]).join('、')}` : '参加这次联合检查';
  const text = `${standing.enterprise}（${standing.filingNo}）：${shortName}${what}，已登记`;
  const agencyCodes = [...new Set([...standing.agencies, code])];
  const userIds = [...new Set([...taken.inside, ...[standing.authorId, authorId].filter((id) => id !== null)])];
  const href = `/filings/${standing.id}`;
  const again = touches.includes('dates') ? '，请重新签收' : '';
  return [
    { to: { roles: ['agencyHead'], agencyCodes }, text, href },
    { to: { userIds }, text, href },
    ...(taken.outside.length > 0 ? [{ to: { userIds: taken.outside }, text: `${text}${again}`, href: '/territory' }] : []),
  ];
}

export type Registered = { readonly id: string; readonly filing: string; readonly status: 'registered'; readonly no: number };

/** Registers a change: what the filing took is given back, what it needs now is taken, and all of it stands or none. */
export async function registerAmendment({ tx, record }: Context, revised: Revised, act: Registering): Promise<Outcome<Registered>> {
  const { standing, touches } = revised;
  const isStanding = await giveBackClaims(tx, { districtCode: standing.districtCode, agencyCode: standing.lead }, standing.id);
  if (!isStanding) return stale(movedOn);
  const taken = await storeRevised(tx, revised, act);
  const notices = noticesOf(revised, taken, act.authorId);
  record('amendment.registered', standing.id, { amendment: act.id, no: taken.no, touches, reason: act.reason, notices });
  return ok({ id: act.id, filing: standing.id, status: 'registered', no: taken.no });
}
