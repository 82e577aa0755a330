import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope, UserActor } from '#platform/scope.ts';
import { loadOpening } from '../queries/load-opening.ts';
import { applyIntent } from '../schema/draft-request.ts';
import { type DraftForm, type DraftStart, draftBody } from '../schema.ts';

/** The person who fills in a form: keys of the API have none. */
export function filerOf(scope: AgencyScope): UserActor {
  if (scope.actor.type !== 'user') throw new Error('forms are filled in by people');
  return scope.actor;
}

/** Why no form is opened: the enterprise's record was merged into another, which stands for both. */
async function refuseMerged(tx: Tx, { districtCode }: AgencyScope, { enterprise: id }: DraftStart): Promise<Outcome<never> | null> {
  const select = { name: true, mergedInto: { select: { name: true, uscc: true } } } as const;
  const found = await tx.enterprise.findFirst({ where: { id, districtCode, mergedIntoId: { not: null } }, select });
  if (!found?.mergedInto) return null;
  return stale(`“${found.name}”已并入“${found.mergedInto.name}”（${found.mergedInto.uscc}）。请为那一条填报。`);
}

/** The form that the agency has open for this enterprise and the outcome's entry, or null; two who ask at once wait for each other. */
async function findOpenDraft(
  tx: Tx,
  scope: AgencyScope,
  { enterprise, planEntry }: DraftStart & { planEntry: string },
): Promise<string | null> {
  const { districtCode, agencyCode } = scope;
  await tx.$queryRaw(
    Prisma.sql`SELECT id FROM enterprise WHERE id = ${enterprise}::uuid AND district_code = ${districtCode} FOR NO KEY UPDATE`,
  );
  const where = { districtCode, agencyCode, enterpriseId: enterprise, body: { path: ['planEntry'], equals: planEntry } };
  const found = await tx.filingDraft.findFirst({ where, select: { id: true }, orderBy: { updatedAt: 'desc' } });
  return found?.id ?? null;
}

/** Opens a draft for an enterprise of the district, filled in as far as a published draw tells; for an outcome named, by that one, once. */
export async function startDraft({ tx, scope, record }: Command<AgencyScope>, input: DraftStart): Promise<Outcome<{ draft: string }>> {
  const merged = await refuseMerged(tx, scope, input);
  if (merged) return merged;
  const opening = await loadOpening(tx, scope, input);
  if (!opening) return notFound();
  const body = draftBody.parse(opening);
  const open = input.outcome ? await findOpenDraft(tx, scope, { ...input, planEntry: body.planEntry }) : null;
  if (open) {
    record('draft.reopened', open);
    return ok({ draft: open });
  }
  const draft = newId();
  const { districtCode, agencyCode } = scope;
  await tx.filingDraft.create({
    data: { id: draft, districtCode, agencyCode, authorId: filerOf(scope).id, enterpriseId: input.enterprise, body },
  });
  record('draft.started', draft);
  return ok({ draft });
}

/** Keeps a form as typed. A draft belongs to its agency: any of its filers may go on with it. */
export async function saveDraft({ tx, scope, record, now }: Command<AgencyScope>, input: DraftForm): Promise<Outcome<{ draft: string }>> {
  const where = { id: input.draft, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const { count } = await tx.filingDraft.updateMany({ where, data: { body: applyIntent(input), updatedAt: now } });
  if (count === 0) return notFound();
  record('draft.saved', input.draft);
  return ok({ draft: input.draft });
}

export async function discardDraft({ tx, scope, record }: Command<AgencyScope>, input: { draft: string }): Promise<Outcome<null>> {
  const where = { id: input.draft, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const { count } = await tx.filingDraft.deleteMany({ where });
  if (count === 0) return notFound();
  record('draft.discarded', input.draft);
  return ok(null);
}
