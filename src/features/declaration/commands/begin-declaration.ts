import 'server-only';
import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import type { Command } from '#platform/command.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { ApprovalDocument, DeclarationBeginning } from '../schema.ts';
import { lockOpenDeclaration } from './lock-declaration.ts';
import { openDeclarationOf } from './open-declaration.ts';

/** Begins a declaration of this or the next year: the first, a supplement after the last was sent on, or a special plan. */
export async function beginDeclaration(
  { tx, scope, record, now }: Command<AgencyScope>,
  { year, kind, approvalDocument }: DeclarationBeginning,
): Promise<Outcome<{ declaration: string }>> {
  const thisYear = yearOf(dayOf(now));
  if (year !== thisYear && year !== thisYear + 1) return invalid({ year: ['只能申报本年度和下一年度'] });
  const opened = await openDeclarationOf(tx, scope, { year, kind });
  if (!opened) return stale('上一份申报在等分管负责人批准，批准或退回后再另起。');
  if (!opened.begun) return stale('这一年度已有一份没有送出的申报，请接着填。');
  if (approvalDocument) await tx.declaration.updateMany({ where: { id: opened.id }, data: { approvalDocument } });
  record('declaration.begun', opened.id, { year, kind });
  return ok({ declaration: opened.id });
}

/** Names the document that approved a special plan; once the office has had the plan, its lines rest on that document. */
export async function nameApproval(
  { tx, scope, record }: Command<AgencyScope>,
  { declaration, approvalDocument }: ApprovalDocument,
): Promise<Outcome<null>> {
  const locked = await lockOpenDeclaration(tx, scope, declaration);
  if (!locked.ok) return locked;
  if (locked.value.wasSentOn) return stale('这份申报报过办公室，审核以原批准文件为准，不能再改。文件有变的，请另起一份专项申报。');
  await tx.declaration.updateMany({ where: { id: declaration, agencyCode: scope.agencyCode }, data: { approvalDocument } });
  record('declaration.cited', declaration, { approvalDocument });
  return ok(null);
}
