import 'server-only';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { FindingScope } from '../queries/find-part.ts';
import { recheckDraft } from '../schema.ts';

type Ended = { readonly finding: string };

/** The findings of the own agency that a scope reaches: an inspector's are those of the visits in which they are named. */
function ownFinding(scope: FindingScope, finding: string) {
  const named = scope.kind === 'inspector' ? { inspectors: { some: { inspectorId: scope.actor.inspectorId ?? newId() } } } : {};
  return { id: finding, districtCode: scope.districtCode, agencyCode: scope.agencyCode, filing: named };
}

const told = { filingId: true, no: true, rectification: { select: { status: true } } } as const;

/** Notes what the enterprise reports about its order. */
export async function reportRectification(
  { tx, scope, now, record }: Command<AgencyScope>,
  input: { finding: string; note: string },
): Promise<Outcome<Ended>> {
  const finding = await tx.finding.findFirst({
    where: { ...ownFinding(scope, input.finding), rectification: { isNot: null } },
    select: told,
  });
  if (!finding) return notFound();
  const { count } = await tx.rectification.updateMany({
    where: { findingId: input.finding, status: { in: ['ordered', 'reported'] } },
    data: { status: 'reported', reportedAt: now, reportedNote: input.note },
  });
  if (count === 0) return stale('这项整改已经复查。');
  record('rectification.reported', finding.filingId, { no: finding.no, reason: input.note });
  return ok({ finding: input.finding });
}

/** Ends an order by a note, without entering again: passed or failed. */
export async function recheckRectification(
  { tx, scope, now, record }: Command<FindingScope>,
  input: { finding: string; outcome: 'passed' | 'failed'; note: string },
): Promise<Outcome<Ended>> {
  const finding = await tx.finding.findFirst({
    where: { ...ownFinding(scope, input.finding), rectification: { isNot: null } },
    select: told,
  });
  if (!finding) return notFound();
  const recheckedById = scope.actor.type === 'user' ? scope.actor.id : null;
  const { count } = await tx.rectification.updateMany({
    where: { findingId: input.finding, status: { in: ['ordered', 'reported'] } },
    data: { status: input.outcome, recheckedAt: now, recheckedById, recheckNote: input.note },
  });
  if (count === 0) return stale('这项整改已经复查。');
  record('rectification.rechecked', finding.filingId, { no: finding.no, outcome: input.outcome, reason: input.note });
  return ok({ finding: input.finding });
}

const visited = { no: true, matter: { select: { code: true } }, filing: { select: { enterpriseId: true, form: true } } } as const;

/** Opens a form, filled in, for going there again: a case check whose trigger names the finding. */
export async function startRecheck(
  { tx, scope, record }: Command<AgencyScope>,
  input: { finding: string },
): Promise<Outcome<{ draft: string }>> {
  if (scope.actor.type !== 'user') return notFound();
  const open = { rectification: { is: { status: { in: ['ordered' as const, 'reported' as const] } } } };
  const finding = await tx.finding.findFirst({ where: { ...ownFinding(scope, input.finding), ...open }, select: visited });
  if (!finding) return notFound();
  const { districtCode, agencyCode } = scope;
  const known = { form: finding.filing.form, matters: [finding.matter.code], lead: agencyCode, triggerReference: finding.no };
  const body = recheckDraft(known);
  const draft = newId();
  const data = { id: draft, districtCode, agencyCode, authorId: scope.actor.id, enterpriseId: finding.filing.enterpriseId, body };
  await tx.filingDraft.create({ data });
  record('draft.started', draft, { rechecks: finding.no });
  return ok({ draft });
}
