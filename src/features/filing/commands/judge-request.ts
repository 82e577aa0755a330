import 'server-only';
import { proposeFixes } from '#domain/inspection/fixes.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import { type Gathered, gatherEntryFacts, gatherFactsOfMany } from '../queries/gather-entry-facts.ts';
import { loadFixOptions } from '../queries/load-fix-options.ts';
import type { EntryRequest } from '../schema.ts';

export type Judged = { readonly gathered: Gathered; readonly verdict: Verdict };

/** Takes the lock under which everything at one enterprise is filed, one after the other; the first lock of every filing. */
export async function lockEnterprise(tx: Statements, scope: FilingPlace, uscc: string): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`SELECT id FROM enterprise WHERE district_code = ${scope.districtCode} AND uscc = ${uscc} FOR NO KEY UPDATE`,
  );
}

/** The same lock for many enterprises at once, always taken in the same order. */
export async function lockEnterprises(tx: Statements, scope: FilingPlace, usccs: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM enterprise WHERE district_code = ${scope.districtCode} AND uscc = ANY (${[...usccs]}::text[])
    ORDER BY uscc FOR NO KEY UPDATE`);
}

/** The same lock for a filing that is there: taken before its status and its limits are read, so that both are the latest. */
export async function lockVisited(tx: Statements, scope: FilingPlace, filing: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT enterprise.id FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE filing.id = ${filing}::uuid AND filing.district_code = ${scope.districtCode} FOR NO KEY UPDATE OF enterprise`);
}

/** Judges what was gathered; a forbidden verdict brings its fixes. */
export async function judgeGathered(tx: Statements, scope: FilingPlace, gathered: Gathered): Promise<Judged> {
  const verdict = judgeEntry(gathered.facts);
  if (verdict.kind !== 'forbidden') return { gathered, verdict };
  const options = await loadFixOptions(tx, scope, gathered);
  return { gathered, verdict: { ...verdict, fixes: proposeFixes(gathered.facts, verdict, options) } };
}

/** Gathers and judges; a forbidden verdict brings its fixes. Null: the district has no such enterprise. */
export async function judgeRequest(
  tx: Statements,
  scope: FilingPlace,
  asked: { request: EntryRequest; asOf?: Date | null },
): Promise<Judged | null> {
  const gathered = await gatherEntryFacts(tx, scope, asked);
  return gathered && judgeGathered(tx, scope, gathered);
}

/** The same for many requests, each judged alone; their facts are read at once. */
export async function judgeRequests(tx: Statements, scope: FilingPlace, requests: readonly EntryRequest[]): Promise<(Judged | null)[]> {
  const gathered = await gatherFactsOfMany(tx, scope, requests);
  return Promise.all(gathered.map((one) => one && judgeGathered(tx, scope, one)));
}
