import 'server-only';
import { keptRequest } from '#features/filing/commands/filing-row-sql.ts';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import { refuse } from '#features/filing/commands/store-refusal.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { hasOpenAct, loadStanding, mayJoin, type Standing } from '../queries/load-standing.ts';
import { type AmendForm, amendedRequest, type EntryRequest, type JoinForm, joiningRequest } from '../schema.ts';
import { faultOfStatus } from './fault-of-status.ts';
import type { Revised } from './revised-sql.ts';
import { judgeRevision } from './settle-amendment.ts';

const alreadyOpen = '这件备案已有一次变更在办，先办完或撤回那一次。';

type Context = Command<AgencyScope, Statements>;
type Asked = { readonly standing: Standing; readonly request: EntryRequest; readonly reason: string };

async function insertAct({ tx, scope }: Context, id: string, { standing, request, touches, judged, reason }: Revised & { reason: string }) {
  await tx.$executeRaw(Prisma.sql`INSERT INTO filing_amendment (id, district_code, filing_id, agency_code, joining, status, channel, reason, request, touches,
      verdict, proposed_by_id, proposed_at)
    VALUES (${id}::uuid, ${standing.districtCode}, ${standing.id}::uuid, ${request.lead}, ${request.lead !== standing.lead}, 'proposed', 'form', ${reason},
      ${JSON.stringify(keptRequest(request))}::jsonb, ${[...touches]}::text[], ${JSON.stringify(judged.own.verdict)}::jsonb, ${filerOf(scope).id}::uuid, now())`);
}

/** Judges what is asked for as it would be judged once approved, and lays it before the agency's head. */
async function propose(context: Context, { standing, request, reason }: Asked): Promise<Outcome<{ filing: string }>> {
  const { tx, scope, record } = context;
  const fault = faultOfStatus(standing) ?? ((await hasOpenAct(tx, standing.id, scope.agencyCode)) ? alreadyOpen : null);
  if (fault) return stale(fault);
  const revised = await judgeRevision(tx, standing, request);
  if (!revised.ok) return revised;
  const { own } = revised.value.judged;
  if (own.verdict.kind === 'forbidden') return refuse(context, own, { request, channel: 'form' });
  const id = newId();
  await insertAct(context, id, { ...revised.value, reason });
  const what = request.lead === standing.lead ? '备案变更待批准' : `参加${standing.leadName}牵头的检查，待批准`;
  const to = { roles: ['agencyHead' as const], agencyCodes: [scope.agencyCode] };
  const notice: Notice = { to, text: `${standing.enterprise}：${what}`, href: `/filings/${standing.id}/amendments` };
  record('amendment.proposed', standing.id, { amendment: id, touches: revised.value.touches, reason, notices: [notice] });
  return ok({ filing: standing.id });
}

/** The lead's filer asks to change people, time or scope of a filed visit. */
export async function proposeAmendment(context: Context, input: AmendForm): Promise<Outcome<{ filing: string }>> {
  const { tx, scope } = context;
  await lockVisited(tx, scope, input.filing);
  const standing = await loadStanding(tx, scope.districtCode, input.filing);
  if (standing?.lead !== scope.agencyCode) return notFound();
  const read = amendedRequest(standing.requests[0], input);
  return 'missing' in read ? invalid(read.missing) : propose(context, { standing, request: read.request, reason: input.reason });
}

/** Another agency's filer asks to come along, with its own matters and people, at the time that is filed. */
export async function joinFiling(context: Context, input: JoinForm): Promise<Outcome<{ filing: string }>> {
  const { tx, scope } = context;
  await lockVisited(tx, scope, input.filing);
  const standing = await loadStanding(tx, scope.districtCode, input.filing);
  if (!standing || !mayJoin(standing, scope.agencyCode)) return notFound();
  const read = joiningRequest(standing.requests[0], scope.agencyCode, input);
  return 'missing' in read ? invalid(read.missing) : propose(context, { standing, request: read.request, reason: input.reason });
}
