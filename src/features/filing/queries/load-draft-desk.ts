import 'server-only';
import { isDay } from '#domain/calendar/local-day.ts';
import { proposeFixes } from '#domain/inspection/fixes.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import { inspectionKinds } from '#domain/inspection/kinds.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { missingIn, requestOfDraft } from '../schema/draft-request.ts';
import { type DraftBody, draftBody, type EntryRequest } from '../schema.ts';
import { type Gathered, gatherEntryFacts } from './gather-entry-facts.ts';
import { type DraftOptions, loadDraftOptions } from './load-draft-options.ts';
import { loadFixOptions } from './load-fix-options.ts';

/** Everything the form shows: what was typed, what can be chosen, the facts behind the month, and the verdict once there is one. */
export type DraftDesk = {
  readonly id: string;
  readonly body: DraftBody;
  readonly savedAt: Date;
  readonly missing: Readonly<Record<string, readonly string[]>>;
  readonly facts: Gathered['facts'];
  readonly address: string;
  readonly options: DraftOptions;
  /** Null until kind and time are chosen. */
  readonly verdict: Verdict | null;
  /** Ids of the filings that the verdict proposes to join, by number. */
  readonly joinable: ReadonlyMap<string, string>;
};

/** What stands in for a request whose time is not chosen yet, so that the month can be drawn from the same facts. */
function placeholder(body: DraftBody, known: { enterprise: string; agency: string }): EntryRequest {
  const day = [`${body.month}-15`, '2026-01-15'].find(isDay) ?? '';
  const kind = inspectionKinds.find((known) => known === body.kind) ?? 'annual';
  const filled = { ...body, kind, day, endDay: '', startTime: '09:00', endTime: '10:00' };
  const request = requestOfDraft(filled, { ...known, approval: 'pending' });
  if (!request) throw new Error('the placeholder is complete');
  return request;
}

async function findDraft(scope: AgencyScope, id: string) {
  const where = { id, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  return db().filingDraft.findFirst({ where, include: { enterprise: { select: { uscc: true } } } });
}

async function judgeDraft(scope: AgencyScope, gathered: Gathered): Promise<Verdict> {
  const verdict = judgeEntry(gathered.facts);
  if (verdict.kind !== 'forbidden') return verdict;
  return { ...verdict, fixes: proposeFixes(gathered.facts, verdict, await loadFixOptions(db(), scope, gathered)) };
}

async function findJoinable(scope: AgencyScope, verdict: Verdict | null): Promise<ReadonlyMap<string, string>> {
  const numbers = (verdict?.fixes ?? []).flatMap((fix) => (fix.kind === 'join' && fix.filingNo ? [fix.filingNo] : []));
  if (numbers.length === 0) return new Map();
  const where = { districtCode: scope.districtCode, filingNo: { in: numbers } };
  const rows = await db().filing.findMany({ where, select: { id: true, filingNo: true } });
  return new Map(rows.map(({ id, filingNo }) => [filingNo ?? '', id]));
}

/** A draft of the agency with its preview: the same facts and the same rules that decide when it is sent. */
export async function loadDraftDesk(scope: AgencyScope, id: string): Promise<DraftDesk | null> {
  const draft = await findDraft(scope, id);
  if (!draft) return null;
  const body = draftBody.parse(draft.body);
  const known = { enterprise: draft.enterprise.uscc, agency: scope.agencyCode };
  const request = requestOfDraft(body, { ...known, approval: 'pending' });
  const gathered = await gatherEntryFacts(db(), scope, { request: request ?? placeholder(body, known) });
  if (!gathered) return null;
  const [options, verdict] = await Promise.all([loadDraftOptions(scope, gathered, body), request ? judgeDraft(scope, gathered) : null]);
  return {
    id,
    body,
    savedAt: draft.updatedAt,
    missing: missingIn(body),
    facts: gathered.facts,
    address: gathered.refs.address,
    options,
    verdict,
    joinable: await findJoinable(scope, verdict),
  };
}
