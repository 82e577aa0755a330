import 'server-only';
import { loadOpening } from '#features/filing/queries/load-opening.ts';
import type { Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type BatchBody, batchBody } from '../schema.ts';
import type { ChosenOutcome } from './find-enterprises.ts';

const none = { form: 'onsite', perDay: '2', minutes: '120' };

/** Only what a batch shares. */
function sharedOf(opening: object): BatchBody {
  const known = Object.keys(batchBody.shape);
  return batchBody.parse({ ...none, ...Object.fromEntries(Object.entries(opening).filter(([key]) => known.includes(key))) });
}

/** A template of the agency, as it was kept. */
async function loadTemplate(tx: Tx, { agencyCode }: AgencyScope, id: string): Promise<object | null> {
  const template = await tx.filingTemplate.findFirst({ where: { id, agencyCode }, select: { body: true } });
  return template?.body as object | null;
}

/**
 * What a new batch begins with: the template named, else what the draw says of the first enterprise. Officers of a draw are not ticked:
 * each enterprise has its own, and those go where nobody is.
 */
export async function loadBatchOpening(
  tx: Tx,
  scope: AgencyScope,
  { drawn, template }: { drawn: readonly ChosenOutcome[]; template: string | undefined },
): Promise<BatchBody> {
  const [first] = drawn;
  const kept = template ? await loadTemplate(tx, scope, template) : null;
  const opened = first ? await loadOpening(tx, scope, { enterprise: first.enterprise, outcome: first.outcome }) : null;
  return sharedOf({ ...kept, ...opened, ...(opened ? { inspectors: [] } : {}) });
}
