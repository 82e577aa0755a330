import 'server-only';
import { type Gathered, gatherEntryFacts } from '#features/filing/queries/gather-entry-facts.ts';
import { type DraftOptions, loadDraftOptions } from '#features/filing/queries/load-draft-options.ts';
import { loadOpening } from '#features/filing/queries/load-opening.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type DraftBody, draftBody, draftOfRequest, type EntryRequest, joiningRequest } from '../schema.ts';
import { hasOpenAct, loadStanding, mayJoin, type Standing } from './load-standing.ts';

/** What the forms show: the filing as it stands, the fields filled in, and what can be chosen. */
export type AmendDesk = {
  readonly standing: Standing;
  readonly body: DraftBody;
  readonly options: DraftOptions;
  /** Why nothing can be proposed now; null where it can. */
  readonly fault: string | null;
  readonly address: string;
};

async function faultOf(standing: Standing, agency: string): Promise<string | null> {
  if (standing.emergency) return '紧急备案不作变更，请在补报时填写。';
  if (standing.status !== 'filed' && standing.status !== 'filedWithCondition') return '只有已备案、还没有入企的检查可以变更。';
  return (await hasOpenAct(db(), standing.id, agency)) ? '已有一次变更在办，先办完或撤回那一次。' : null;
}

async function deskOf(
  scope: AgencyScope,
  standing: Standing,
  { body, gathered }: { body: DraftBody; gathered: Gathered },
): Promise<AmendDesk> {
  const [options, fault] = await Promise.all([loadDraftOptions(scope, gathered, body), faultOf(standing, scope.agencyCode)]);
  return { standing, body, options, fault, address: gathered.refs.address };
}

/** The form on which the lead changes its filing; null for everybody else's. */
export async function loadAmendDesk(scope: AgencyScope, filing: string): Promise<AmendDesk | null> {
  const standing = await loadStanding(db(), scope.districtCode, filing);
  if (standing?.lead !== scope.agencyCode) return null;
  const [request] = standing.requests;
  const gathered = await gatherEntryFacts(db(), scope, { request });
  return gathered && deskOf(scope, standing, { body: draftBody.parse(draftOfRequest(request)), gathered });
}

type Start = { readonly draft?: string | undefined; readonly entry?: string | undefined };

/** What the form of an agency that joins starts with: its own part, its draft for the enterprise, or what a draw tells. */
async function startOf(scope: AgencyScope, standing: Standing, { draft, entry }: Start): Promise<DraftBody> {
  const own = standing.requests.find(({ lead }) => lead === scope.agencyCode);
  if (own) return draftBody.parse(draftOfRequest(own));
  const where = {
    id: draft ?? standing.id,
    districtCode: scope.districtCode,
    agencyCode: scope.agencyCode,
    enterpriseId: standing.enterpriseId,
  };
  const kept = await db().filingDraft.findFirst({ where, select: { body: true } });
  const body = draftBody.parse(kept?.body ?? (await loadOpening(db(), scope, { enterprise: standing.enterpriseId })) ?? {});
  return entry === undefined ? body : { ...body, planEntry: entry, matters: [] };
}

function requestAt(standing: Standing, lead: string, body: DraftBody): EntryRequest | null {
  const { kind, planEntry, matters, inspectors, form, triggerType, triggerReference } = body;
  const none = { exemptionCode: '', exemptionReason: '', exemptionEvidence: '', overCapReason: '', separateGround: '', separateReason: '' };
  const typed = {
    ...none,
    kind: kind || 'special',
    planEntry,
    matters,
    inspectors,
    form,
    triggerType,
    triggerReference: triggerReference || '-',
  };
  const read = joiningRequest(standing.requests[0], lead, { ...typed, filing: standing.id, reason: '' });
  return 'request' in read ? read.request : null;
}

/** The form on which another agency joins; null for filings that it cannot join. */
export async function loadJoinDesk(scope: AgencyScope, filing: string, start: Start): Promise<AmendDesk | null> {
  const standing = await loadStanding(db(), scope.districtCode, filing);
  if (!standing || !mayJoin(standing, scope.agencyCode)) return null;
  const body = await startOf(scope, standing, start);
  const request = requestAt(standing, scope.agencyCode, body);
  const gathered = request && (await gatherEntryFacts(db(), scope, { request }));
  return gathered && deskOf(scope, standing, { body: { ...body, coAgencies: [] }, gathered });
}
