import 'server-only';
import { gatherEntryFacts } from '#features/filing/queries/gather-entry-facts.ts';
import type { DraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { loadDraftOptions } from '#features/filing/queries/load-draft-options.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { requestOfVisit, sharedDraft } from '../schema/batch-request.ts';
import type { BatchDesk } from './load-batch.ts';

/** What the shared part of the form offers to choose from, as seen from the batch's first enterprise; null for a batch without any. */
export async function loadBatchDraft(scope: AgencyScope, batch: BatchDesk): Promise<DraftDesk | null> {
  const [first] = batch.items;
  const request =
    first && requestOfVisit({ ...batch.body, kind: batch.body.kind || 'annual' }, { ...first, officers: [] }, scope.agencyCode);
  const gathered = request && (await gatherEntryFacts(db(), scope, { request }));
  if (!gathered) return null;
  const body = sharedDraft(batch.body);
  const enterprise = { ...gathered.facts.enterprise, accountableTerritory: '各企业的属地' };
  return {
    ...{ id: batch.id, body, savedAt: batch.now, missing: batch.missing, verdict: null, joinable: new Map() },
    ...{ facts: { ...gathered.facts, enterprise }, address: '各企业的登记地址' },
    options: await loadDraftOptions(scope, gathered, body),
  };
}
