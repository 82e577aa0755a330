import 'server-only';
import { afterEarlier } from '#domain/inspection/earlier-places.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import type { Answer } from '#platform/answer.ts';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type Gathered, gatherFactsOfMany } from '../queries/gather-entry-facts.ts';
import type { EntryRequest, FilingBody } from '../schema.ts';
import { claimsOf } from './claims-sql.ts';
import { fileJudged, requestOfBody } from './file-inspection.ts';
import { judgeGathered, lockEnterprises } from './judge-request.ts';
import type { Settled } from './settle-judged.ts';

type Context = Command<AgencyScope, Statements>;
/** A body that was read, or the answer that says what is wrong with it. */
export type BatchItem = { readonly input: FilingBody } | Answer;
export type BatchAnswer = Answer | Outcome<Settled>;
type Asked = { readonly nth: number; readonly request: EntryRequest };

const mostAtOnce = 50;

/** The first of them up to the one whose enterprise comes a second time: what is filed there has to be seen by the next. */
function leadingWave(asked: readonly Asked[], size: number): readonly Asked[] {
  const seen = new Set<string>();
  const end = asked.findIndex(({ request: { enterprise } }) => seen.size === seen.add(enterprise).size);
  return asked.slice(0, Math.min(end < 0 ? asked.length : end, size));
}

/** How many of those gathered may go on together: a joint visit takes places of several entries, so it goes alone. */
function lengthTogether(gathered: readonly (Gathered | null)[]): number {
  const joint = gathered.findIndex((one) => one?.facts.jointVisit);
  return joint < 0 ? gathered.length : Math.max(1, joint);
}

/** Notes the place that a visit takes of its entry. */
function notePlace(earlier: Map<string, number[]>, gathered: Gathered, verdict: Verdict): void {
  const { entryId, month } = claimsOf(gathered, verdict);
  const no = gathered.facts.planEntry?.no;
  if (entryId && no) earlier.set(no, [...(earlier.get(no) ?? []), month]);
}

/** Files, holds or refuses each on the facts gathered for all. Each goes as far as its first statement before the next, so that these leave in order. */
function settleWave(context: Context, wave: readonly Asked[], gathered: readonly (Gathered | null)[]): Promise<Outcome<Settled>[]> {
  const { tx, scope } = context;
  const earlier = new Map<string, number[]>();
  const settled = wave.map(async ({ request }, index): Promise<Outcome<Settled>> => {
    const one = gathered[index];
    if (!one) return notFound();
    const current = { ...one, facts: afterEarlier(one.facts, earlier) };
    const verdict = judgeEntry(current.facts);
    if (verdict.kind === 'allowed' || verdict.kind === 'exempt') notePlace(earlier, current, verdict);
    const judged = verdict.kind === 'forbidden' ? await judgeGathered(tx, scope, current) : { gathered: current, verdict };
    return fileJudged(context, judged, request);
  });
  return Promise.all(settled);
}

/** Wave after wave: facts read at once wherever the items share nothing but places of the plan, one after the other where they share more. */
async function settleAll(context: Context, asked: readonly Asked[]): Promise<Map<number, Outcome<Settled>>> {
  const outcomes = new Map<number, Outcome<Settled>>();
  for (let rest = asked, size = mostAtOnce; rest.length > 0; ) {
    const wave = leadingWave(rest, size);
    const requests = wave.map(({ request }) => request);
    const gathered = await gatherFactsOfMany(context.tx, context.scope, requests);
    const count = lengthTogether(gathered);
    const settled = await settleWave(context, wave.slice(0, count), gathered);
    for (const [index, outcome] of settled.entries()) outcomes.set(wave[index]?.nth ?? -1, outcome);
    rest = rest.slice(count);
    size = count < wave.length ? count : Math.min(mostAtOnce, size * 2);
  }
  return outcomes;
}

/**
 * Files up to two hundred visits for the integration API, each judged and filed alone, in their order, as if one call had come after the
 * other; all in one transaction, so that the answer to its idempotency key tells of all of them or of none.
 */
export async function fileBatch(context: Context, items: readonly BatchItem[]): Promise<Outcome<BatchAnswer[]>> {
  const { tx, scope, record } = context;
  const asked = items.flatMap((item, nth) => ('input' in item ? [{ nth, request: requestOfBody(scope, item.input) }] : []));
  await lockEnterprises(
    tx,
    scope,
    asked.map(({ request }) => request.enterprise),
  );
  const outcomes = await settleAll(context, asked);
  const filed = [...outcomes.values()].filter((outcome) => outcome.ok).length;
  record('filing.batchReceived', newId(), { items: items.length, filed });
  return ok(items.map((item, nth) => ('input' in item ? (outcomes.get(nth) ?? notFound()) : item)));
}
