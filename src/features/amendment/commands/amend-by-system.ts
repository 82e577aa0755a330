import 'server-only';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { findLedFiling } from '#features/filing/commands/withdraw-filing.ts';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { hasOpenAct, loadStanding } from '../queries/load-standing.ts';
import type { AmendmentBody, EntryRequest } from '../schema.ts';
import { faultOfStatus } from './fault-of-status.ts';
import { type Settled, settleAmendment } from './settle-amendment.ts';

type SystemAmendment = { readonly filingNo: string; readonly body: AmendmentBody };

/** The request as the agency's own system wants it: what it leaves out stays. */
function requestOf(before: EntryRequest, { reason: _reason, approval, ...changes }: AmendmentBody): EntryRequest {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<EntryRequest>;
  return { ...before, ...given, approval: approval && { ...approval, isFiler: false, isDeclared: true } };
}

/** Changes a filing in one go, for the integration API: the agency's own system vouches for who approved and when. */
export async function amendBySystem(
  context: Command<AgencyScope, Statements>,
  { filingNo, body }: SystemAmendment,
): Promise<Outcome<Settled>> {
  const { tx, scope } = context;
  const filing = await findLedFiling(tx, scope, filingNo);
  if (!filing) return notFound();
  await lockVisited(tx, scope, filing);
  const standing = await loadStanding(tx, scope.districtCode, filing);
  if (!standing) return notFound();
  const fault = faultOfStatus(standing) ?? ((await hasOpenAct(tx, filing, scope.agencyCode)) ? '这件备案已有一次变更在办。' : null);
  if (fault) return stale(fault);
  const request = requestOf(standing.requests[0], body);
  if (request.end <= request.start) return invalid({ end: ['结束时间应晚于开始时间'] });
  return settleAmendment(context, { standing, request, channel: 'api' }, { id: newId(), reason: body.reason, from: 'new', authorId: null });
}
