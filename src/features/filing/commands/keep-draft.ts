import 'server-only';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, UserActor } from '#platform/scope.ts';
import { loadOpening } from '../queries/load-opening.ts';
import { applyIntent } from '../schema/draft-request.ts';
import { type DraftForm, type DraftStart, draftBody } from '../schema.ts';

/** The person who fills in a form: keys of the API have none. */
export function filerOf(scope: AgencyScope): UserActor {
  if (scope.actor.type !== 'user') throw new Error('forms are filled in by people');
  return scope.actor;
}

/** Opens a draft for an enterprise of the district, filled in as far as a published draw tells; for an outcome named, by that one. */
export async function startDraft({ tx, scope, record }: Command<AgencyScope>, input: DraftStart): Promise<Outcome<{ draft: string }>> {
  const opening = await loadOpening(tx, scope, input);
  if (!opening) return notFound();
  const draft = newId();
  const { districtCode, agencyCode } = scope;
  const body = draftBody.parse(opening);
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
