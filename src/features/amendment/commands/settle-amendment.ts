import 'server-only';
import { type AmendmentPart, touchedBy } from '#domain/inspection/amendment.ts';
import type { RuleId, Verdict } from '#domain/law/verdict.ts';
import { keptRequest } from '#features/filing/commands/filing-row-sql.ts';
import { refuse } from '#features/filing/commands/store-refusal.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { Standing } from '../queries/load-standing.ts';
import type { EntryRequest } from '../schema.ts';
import { judgeParts, revise } from './judge-parts.ts';
import { type Registered, type Registering, registerAmendment } from './register-amendment.ts';
import type { Revised } from './revised-sql.ts';

export type Held = { readonly id: string; readonly filing: string; readonly status: 'held'; readonly no: null };
export type Settled = (Registered | Held) & { readonly verdict: Verdict };
type Context = Command<AgencyScope, Statements>;

/** Which of people, time and scope the request touches; an agency that was no part before brings itself. */
function touchesOf({ requests }: Standing, request: EntryRequest): AmendmentPart[] {
  const before = requests.find(({ lead }) => lead === request.lead);
  return before ? touchedBy(before, request) : ['people', 'scope', 'agencies'];
}

/** Matters that another agency of the visit checks already. */
function takenMatters({ requests }: Standing, request: EntryRequest): string[] {
  const others = requests.filter(({ lead }) => lead !== request.lead).flatMap(({ matters }) => matters);
  return request.matters.filter((matter) => others.includes(matter));
}

/** Judges the filing with this request in the place of the agency's part. Refused where nothing changes or a matter is another's. */
export async function judgeRevision(tx: Statements, standing: Standing, request: EntryRequest): Promise<Outcome<Revised>> {
  const touches = touchesOf(standing, request);
  if (touches.length === 0) return invalid({ '': ['没有任何变更'] });
  const taken = takenMatters(standing, request);
  if (taken.length > 0) return invalid({ matters: [`${taken.join('、')}已由这次检查的其他单位检查`] });
  const revision = revise(standing, request);
  const judged = await judgeParts(tx, standing, revision);
  const own = revision.requests.find(({ lead }) => lead === request.lead);
  return judged && own ? ok({ standing, judged, request: own, touches }) : notFound();
}

export const heldRules = (verdict: Pick<Verdict, 'findings'> | null): RuleId[] =>
  verdict?.findings.flatMap(({ rule, outcome }) => (outcome === 'held' ? [rule] : [])) ?? [];

/** Whether the office has to be asked: what it agreed to once covers a change of people, and nothing else. */
function needsOffice({ standing, judged, touches }: Revised): boolean {
  const isCovered = standing.decided && touches.every((part) => part === 'people');
  const known = isCovered ? heldRules(standing.verdict) : [];
  return heldRules(judged.own.verdict).some((rule) => !known.includes(rule));
}

function heldSql({ standing, judged, request, touches }: Revised, { id, reason, from }: Registering): Prisma.Sql {
  const { verdict, gathered } = judged.own;
  const { approverId } = gathered.refs;
  if (from === 'new') {
    const approvedAt = typeof request.approval === 'object' ? (request.approval?.at ?? null) : null;
    return Prisma.sql`INSERT INTO filing_amendment (id, district_code, filing_id, agency_code, joining, status, channel, reason, request, touches, verdict,
        proposed_at, approver_id, approved_at)
      VALUES (${id}::uuid, ${standing.districtCode}, ${standing.id}::uuid, ${request.lead}, ${request.lead !== standing.lead}, 'held', 'api', ${reason},
        ${JSON.stringify(keptRequest(request))}::jsonb, ${[...touches]}::text[], ${JSON.stringify(verdict)}::jsonb, now(), ${approverId}::uuid,
        ${approvedAt}::timestamptz)`;
  }
  return Prisma.sql`UPDATE filing_amendment SET status = 'held', verdict = ${JSON.stringify(verdict)}::jsonb, approver_id = ${approverId}::uuid,
    approved_at = now() WHERE id = ${id}::uuid AND status = ${from}::amendment_status`;
}

/** Keeps the change for the office; the filing stands as it was until then. */
async function holdAmendment({ tx, record }: Context, revised: Revised, act: Registering): Promise<Outcome<Settled>> {
  const { standing, judged } = revised;
  const count = await tx.$executeRaw(heldSql(revised, act));
  if (count === 0) throw new LimitTaken('the amendment moved on meanwhile');
  const text = `${standing.enterprise}（${standing.filingNo}）：备案变更待处理`;
  const href = `/filings/${standing.id}`;
  const notices: Notice[] = [
    { to: { roles: ['officeClerk', 'officeDirector'] }, text, href },
    { to: { userIds: act.authorId ? [act.authorId] : [] }, text: `${text}，已转办公室`, href },
  ];
  record('amendment.held', standing.id, { amendment: act.id, reason: act.reason, notices });
  return ok({ id: act.id, filing: standing.id, status: 'held', no: null, verdict: judged.own.verdict });
}

/** The machine's part once the head has approved: refused with its grounds, registered at once, or held for the office. */
export async function settleAmendment(
  context: Context,
  which: { readonly standing: Standing; readonly request: EntryRequest; readonly channel: 'form' | 'api' },
  act: Registering,
): Promise<Outcome<Settled>> {
  const { standing, request, channel } = which;
  const revised = await judgeRevision(context.tx, standing, request);
  if (!revised.ok) return revised;
  const { own } = revised.value.judged;
  if (own.verdict.kind === 'forbidden') return refuse(context, own, { request, channel });
  if (needsOffice(revised.value)) return holdAmendment(context, revised.value, act);
  const registered = await registerAmendment(context, revised.value, act);
  return registered.ok ? ok({ ...registered.value, verdict: own.verdict }) : registered;
}
