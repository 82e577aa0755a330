import 'server-only';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { notFound, type Outcome } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { EntryRequest, FilingBody } from '../schema.ts';
import { type Judged, judgeRequest, lockEnterprise } from './judge-request.ts';
import { type Settled, settleJudged, tellFiled } from './settle-judged.ts';
import { insertFiled, insertFiling } from './store-filing.ts';
import { refuse } from './store-refusal.ts';

/** What the body asks for; the unit's own system vouches for who approved and when. */
export function requestOfBody({ agencyCode }: AgencyScope, body: FilingBody): EntryRequest {
  const approval = body.approval && { ...body.approval, isFiler: false, isDeclared: true };
  return { ...body, lead: agencyCode, approval };
}

/** Files, holds or refuses what was judged. */
export async function fileJudged(
  context: Command<AgencyScope, Statements>,
  judged: Judged,
  request: EntryRequest,
): Promise<Outcome<Settled>> {
  const { tx, now } = context;
  if (judged.verdict.kind === 'forbidden') return refuse(context, judged, { request, channel: 'api' });
  const sender = { channel: 'api', authorId: null, name: judged.gathered.facts.lead.shortName, phone: '' } as const;
  const stored = { request, sender, now };
  if (judged.verdict.kind !== 'held') return tellFiled(context, judged, { filed: await insertFiled(tx, judged, stored), authorId: null });
  const id = await insertFiling(tx, judged, stored);
  return settleJudged(context, judged, { id, from: 'submitted', authorId: null });
}

/** Judges and files in one go, for the integration API. */
export async function fileInspection(context: Command<AgencyScope, Statements>, body: FilingBody): Promise<Outcome<Settled>> {
  const { tx, scope } = context;
  const request = requestOfBody(scope, body);
  const [, judged] = await Promise.all([lockEnterprise(tx, scope, body.enterprise), judgeRequest(tx, scope, { request })]);
  return judged ? fileJudged(context, judged, request) : notFound();
}
