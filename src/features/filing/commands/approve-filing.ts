import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, notPermitted, type Outcome, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { storedRequest } from '../schema.ts';
import { judgeRequest, lockVisited } from './judge-request.ts';
import { filerOf } from './keep-draft.ts';
import { type Settled, settleJudged } from './settle-judged.ts';
import { refuse } from './store-refusal.ts';

const movedOn = '这件备案的状态已经变化，请刷新后再办。';

/** The filing that waits for this unit's leader. */
async function loadSubmitted({ tx, scope }: Command<AgencyScope>, id: string) {
  const where = { id, districtCode: scope.districtCode, leadAgencyCode: scope.agencyCode };
  return tx.filing.findFirst({ where, select: { status: true, authorId: true, request: true } });
}

/** The credential of the person who approves; empty for a head who is not on the register, and so not the registered leader. */
async function credentialOf({ tx, scope }: Command<AgencyScope>): Promise<string> {
  const { inspectorId } = filerOf(scope);
  const inspector = inspectorId ? await tx.inspector.findUnique({ where: { id: inspectorId }, select: { credentialNo: true } }) : null;
  return inspector?.credentialNo ?? '';
}

/** The responsible leader approves: the machine judges again and files, holds or refuses. Nobody approves what they filed themselves. */
export async function approveFiling(context: Command<AgencyScope>, { filing: id }: { filing: string }): Promise<Outcome<Settled>> {
  const { tx, scope, now, record } = context;
  await lockVisited(tx, scope, id);
  const filing = await loadSubmitted(context, id);
  if (!filing) return notFound();
  if (filing.status !== 'submitted') return stale(movedOn);
  if (filing.authorId === filerOf(scope).id) return notPermitted();
  const approval = { by: await credentialOf(context), at: now, isFiler: false, isDeclared: false };
  const request = { ...storedRequest.parse(filing.request), lead: scope.agencyCode, approval };
  const judged = await judgeRequest(tx, scope, { request });
  if (!judged) return notFound();
  if (judged.verdict.kind === 'forbidden') return refuse(context, judged, { request, channel: 'form' });
  record('filing.approved', id, { by: approval.by });
  return settleJudged(context, judged, { id, from: 'submitted', authorId: filing.authorId });
}

/** The leader sends a filing back to its filer, with the reason. */
export async function returnFiling(
  { tx, scope, record }: Command<AgencyScope>,
  input: { filing: string; reason: string },
): Promise<Outcome<{ id: string }>> {
  const where = { id: input.filing, districtCode: scope.districtCode, leadAgencyCode: scope.agencyCode };
  const filing = await tx.filing.findFirst({ where, select: { authorId: true, enterprise: { select: { name: true } } } });
  if (!filing) return notFound();
  await lockVisited(tx, scope, input.filing);
  const { count } = await tx.filing.updateMany({
    where: { ...where, status: 'submitted' },
    data: { status: 'returned', remark: input.reason },
  });
  if (count === 0) return stale(movedOn);
  const text = `${filing.enterprise.name}：负责人退回，${input.reason}`;
  const notice = { to: { userIds: filing.authorId ? [filing.authorId] : [] }, text, href: `/filings/${input.filing}` };
  record('filing.returned', input.filing, { reason: input.reason, notices: [notice] });
  return { ok: true, value: { id: input.filing } };
}
