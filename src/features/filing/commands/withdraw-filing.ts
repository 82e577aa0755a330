import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { draftOfRequest } from '../schema/draft-request.ts';
import { storedRequest } from '../schema.ts';
import { lockVisited } from './judge-request.ts';
import { filerOf } from './keep-draft.ts';
import { releaseFiling } from './release-filing.ts';
import { noticesOfEnd } from './tell-ended.ts';

const withdrawable = ['submitted', 'held', 'filed', 'filedWithCondition'];

function ownFiling(scope: AgencyScope, id: string): Prisma.FilingWhereInput {
  return { id, districtCode: scope.districtCode, leadAgencyCode: scope.agencyCode };
}

/** The filing that this agency leads, by id or number; null where there is none. */
export async function findLedFiling(tx: Statements, { districtCode, agencyCode }: AgencyScope, name: string): Promise<string | null> {
  const named = /^[\da-f-]{36}$/i.test(name) ? Prisma.sql`id::text = ${name.toLowerCase()}` : Prisma.sql`filing_no = ${name}`;
  const [row] = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM filing WHERE district_code = ${districtCode} AND lead_agency_code = ${agencyCode} AND ${named}`,
  );
  return row?.id ?? null;
}

/** The agency calls its visit off: the place in the plan, the caps and the matters are free again, the number stays used. */
export async function withdrawFiling(
  { tx, scope, record }: Command<AgencyScope, Statements>,
  input: { filing: string; reason: string },
): Promise<Outcome<{ id: string; status: 'withdrawn' }>> {
  const id = await findLedFiling(tx, scope, input.filing);
  if (!id) return notFound();
  await lockVisited(tx, scope, id);
  const moved = await releaseFiling(tx, scope, { id, from: withdrawable, to: 'withdrawn', remark: input.reason });
  if (!moved) return stale('这件备案已经不能撤回，请刷新后查看状态。');
  const notices = await noticesOfEnd(tx, id, { words: '已撤回', reason: input.reason });
  record('filing.withdrawn', id, { reason: input.reason, notices });
  return ok({ id, status: 'withdrawn' });
}

/** Opens a new draft from a filing that was returned or withdrawn; the old one stays as it was. */
export async function reviseFiling(
  { tx, scope, record }: Command<AgencyScope>,
  input: { filing: string },
): Promise<Outcome<{ draft: string }>> {
  const where = { ...ownFiling(scope, input.filing), status: { in: ['returned' as const, 'withdrawn' as const] } };
  const filing = await tx.filing.findFirst({ where, select: { request: true, enterpriseId: true } });
  if (!filing) return notFound();
  const draft = newId();
  const body = draftOfRequest({ ...storedRequest.parse(filing.request), lead: scope.agencyCode });
  const { districtCode, agencyCode } = scope;
  await tx.filingDraft.create({
    data: { id: draft, districtCode, agencyCode, authorId: filerOf(scope).id, enterpriseId: filing.enterpriseId, body },
  });
  record('draft.started', draft, { from: input.filing });
  return ok({ draft });
}
