import { expect } from 'vitest';
import { approveFiling } from '#features/filing/commands/approve-filing.ts';
import { fileInspection } from '#features/filing/commands/file-inspection.ts';
import { startDraft } from '#features/filing/commands/keep-draft.ts';
import type { Settled } from '#features/filing/commands/settle-judged.ts';
import { submitFiling } from '#features/filing/commands/submit-filing.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import { runStatements } from '#platform/command.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { enterpriseIdOf } from '#seed/builders/ids.ts';
import { succeed } from './people.ts';
import { formOf } from './requests.ts';
import { readState } from './rows.ts';

/** A new draft for the visit's enterprise. */
export async function openDraft(filer: AgencyScope, { enterprise }: FilingBody): Promise<string> {
  return (await succeed(filer, startDraft, { enterprise: enterpriseIdOf(filer.districtCode, enterprise) })).draft;
}

/** A filled-in form, sent to the unit's leader: the filing's id. */
export async function submitVisit(filer: AgencyScope, body: FilingBody): Promise<string> {
  return (await succeed(filer, submitFiling, formOf(await openDraft(filer, body), body))).id;
}

/** The same, approved: filed, or held for the office. */
export async function approveVisit(filer: AgencyScope, head: AgencyScope, body: FilingBody): Promise<Settled> {
  return succeed(head, approveFiling, { filing: await submitVisit(filer, body) });
}

/** Files as the integration API's door does once it has let a key in, without an idempotency key. */
export function fileVisit(scope: AgencyScope, body: FilingBody): Promise<Outcome<Settled>> {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  return runStatements({ scope, origin, command: (context) => fileInspection(context, body) });
}

/** Whoever tries finds nothing, and nothing has changed afterwards. */
export async function expectNotFound(...attempts: (() => Promise<Outcome<unknown>>)[]): Promise<void> {
  const before = await readState();
  for (const attempt of attempts) expect(await attempt()).toEqual({ ok: false, refusal: { kind: 'notFound' } });
  expect(await readState()).toEqual(before);
}

/** Of several at once one is carried out; the others are told that the state moved on. */
export async function expectOneOf(attempts: readonly Promise<Outcome<unknown>>[]): Promise<void> {
  const outcomes = await Promise.all(attempts);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toMatchObject({ kind: 'stale', say: expect.any(String) });
}
