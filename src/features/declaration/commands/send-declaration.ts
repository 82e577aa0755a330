import 'server-only';
import { isOpenToFiler } from '#domain/declaration/lifecycle.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import { lockReview, reopenReturned } from '#features/review/commands/settle-lines.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { type FieldErrors, invalid, notFound, notPermitted, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { DeclarationSubmission } from '../schema.ts';
import { type LockedDeclaration, lockDeclaration, movedOn, noteEvent } from './lock-declaration.ts';

const sayPlan = ({ year, no, kind }: LockedDeclaration) =>
  `${year} 年${kind === 'special' ? '专项' : ''}检查计划申报${no > 1 ? `（第 ${no} 份）` : ''}`;

async function noticeForOffice(tx: Tx, declaration: LockedDeclaration): Promise<Notice> {
  const agency = await tx.agency.findUniqueOrThrow({ where: { code: declaration.agencyCode }, select: { shortName: true } });
  const to = { roles: ['officeClerk', 'officeDirector'] as const };
  return { to, text: `${agency.shortName}报来${sayPlan(declaration)}`, href: `/declarations/${declaration.id}` };
}

function missingIn({ kind, approvalDocument }: LockedDeclaration, lines: number, { isEmpty }: DeclarationSubmission): FieldErrors {
  return {
    ...(kind === 'special' && !approvalDocument ? { approvalDocument: ['专项计划先填写批准文件'] } : {}),
    ...(lines === 0 && !isEmpty ? { isEmpty: ['还没有申报行。确实没有检查安排的，勾选零申报'] } : {}),
  };
}

/** The filer sends a declaration to the unit's head: with its lines, or expressly without any. */
export async function submitDeclaration(
  { tx, scope, record, now }: Command<AgencyScope>,
  input: DeclarationSubmission,
): Promise<Outcome<null>> {
  const declaration = await lockDeclaration(tx, scope, input.declaration);
  if (!declaration) return notFound();
  if (!isOpenToFiler(declaration)) return stale(movedOn);
  const lines = await tx.declarationLine.count({ where: { declarationId: declaration.id } });
  const missing = missingIn(declaration, lines, input);
  if (Object.keys(missing).length > 0) return invalid(missing);
  const { id: byId } = filerOf(scope);
  const { count } = await tx.declaration.updateMany({
    where: { id: declaration.id, agencyCode: scope.agencyCode, status: declaration.status },
    data: { status: 'submitted', submittedAt: now, submittedById: byId, approvedById: null },
  });
  if (count === 0) return stale(movedOn);
  await noteEvent(tx, declaration, { byId, event: 'submitted', note: lines === 0 ? '零申报' : `${lines} 行` });
  const to = { roles: ['agencyHead'] as const, agencyCodes: [scope.agencyCode] };
  const notice: Notice = { to, text: `${sayPlan(declaration)}待批准，${lines} 行`, href: `/declarations/${declaration.id}` };
  record('declaration.submitted', declaration.id, { lines, notices: [notice] });
  return ok(null);
}

const sentAnew = '申报在您打开以后退回修改并重新送批过，请刷新页面，看过再批准。';

/**
 * The unit's head, who is not the one that sent it in, sends it on to the office as it was seen; what had come back is open to review
 * again.
 */
export async function approveDeclaration(
  { tx, scope, record, now }: Command<AgencyScope>,
  input: { declaration: string; submittedAt: string },
): Promise<Outcome<null>> {
  // Whoever reviews locks the district before the declaration; so does this, because it opens lines to review again.
  await lockReview(tx, scope);
  const declaration = await lockDeclaration(tx, scope, input.declaration);
  if (!declaration) return notFound();
  if (declaration.status !== 'submitted') return stale(movedOn);
  if (declaration.submittedAt?.getTime() !== new Date(input.submittedAt).getTime()) return stale(sentAnew);
  const { id: byId } = filerOf(scope);
  if (declaration.submittedById === byId) return notPermitted();
  await tx.declaration.updateMany({
    where: { id: declaration.id, agencyCode: scope.agencyCode, status: 'submitted' },
    data: { status: 'approved', approvedAt: now, approvedById: byId },
  });
  await reopenReturned(tx, declaration, declaration.id);
  await noteEvent(tx, declaration, { byId, event: 'approved' });
  record('declaration.approved', declaration.id, { notices: [await noticeForOffice(tx, declaration)] });
  return ok(null);
}

/** The unit's head gives it back to its filer, with the reason. */
export async function returnDeclaration(
  { tx, scope, record }: Command<AgencyScope>,
  input: { declaration: string; reason: string },
): Promise<Outcome<null>> {
  const declaration = await lockDeclaration(tx, scope, input.declaration);
  if (!declaration) return notFound();
  const { count } = await tx.declaration.updateMany({
    where: { id: declaration.id, agencyCode: scope.agencyCode, status: 'submitted' },
    data: { status: 'returned' },
  });
  if (count === 0) return stale(movedOn);
  await noteEvent(tx, declaration, { byId: filerOf(scope).id, event: 'returned', note: input.reason });
  const to = { userIds: declaration.submittedById ? [declaration.submittedById] : [] };
  const notice: Notice = { to, text: `${sayPlan(declaration)}已退回：${input.reason}`, href: `/declarations/${declaration.id}` };
  record('declaration.returned', declaration.id, { reason: input.reason, notices: [notice] });
  return ok(null);
}
