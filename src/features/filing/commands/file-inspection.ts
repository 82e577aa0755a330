import 'server-only';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { notFound, type Outcome } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { FilingBody } from '../schema.ts';
import { judgeRequest, lockEnterprise } from './judge-request.ts';
import { type Settled, settleJudged, tellFiled } from './settle-judged.ts';
import { insertFiled, insertFiling } from './store-filing.ts';
import { refuse } from './store-refusal.ts';

/** Judges and files in one go, for the integration API: the unit's own system vouches for who approved and when. */
export async function fileInspection(context: Command<AgencyScope, Statements>, body: FilingBody): Promise<Outcome<Settled>> {
  const { tx, scope, now } = context;
  const approval = body.approval && { ...body.approval, isFiler: false, isDeclared: true };
  const request = { ...body, lead: scope.agencyCode, approval };
  const [, judged] = await Promise.all([lockEnterprise(tx, scope, body.enterprise), judgeRequest(tx, scope, { request })]);
  if (!judged) return notFound();
  if (judged.verdict.kind === 'forbidden') return refuse(context, judged, { request, channel: 'api' });
  const sender = { channel: 'api', authorId: null, name: judged.gathered.facts.lead.shortName, phone: '' } as const;
  const stored = { request, sender, now };
  if (judged.verdict.kind !== 'held') return tellFiled(context, judged, { filed: await insertFiled(tx, judged, stored), authorId: null });
  const id = await insertFiling(tx, judged, stored);
  return settleJudged(context, judged, { id, from: 'submitted', authorId: null });
}
