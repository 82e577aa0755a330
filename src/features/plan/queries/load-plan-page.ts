import 'server-only';
import { createHash } from 'node:crypto';
import { writeRecord } from '#domain/plan/plan-record.ts';
import { db, Prisma } from '#platform/db.ts';
import { env } from '#platform/env.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { PlanQuery } from '../schema.ts';
import {
  countEntries,
  listEntries,
  loadPlanHead,
  type PlanHead,
  type PublishedEntry,
  standingSql,
  versionsSql,
  type WhichPlan,
} from './load-plan.ts';
import { loadPlanDiff, type VersionDiff } from './load-plan-diff.ts';

export type PlanVersion = { readonly version: number; readonly publishedAt: Date; readonly note: string; readonly isCurrent: boolean };
export type AgencyShare = { readonly code: string; readonly name: string; readonly entries: number; readonly visits: number };

export type PlanPage = {
  readonly head: PlanHead;
  readonly hash: string;
  readonly versions: readonly PlanVersion[];
  readonly agencies: readonly AgencyShare[];
  readonly entries: readonly PublishedEntry[];
  readonly found: number;
  readonly total: { readonly entries: number; readonly visits: number };
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  readonly change: VersionDiff | null;
  readonly now: Date;
};

const size = 50;
/** Published versions never change, so each is hashed once. */
const hashes = new Map<string, string>();

/** SHA-256 of the published record; with the entries at hand nothing is read. */
export async function hashPlan(scope: PublicScope, head: PlanHead, entries?: readonly PublishedEntry[]): Promise<string> {
  const known = hashes.get(head.id);
  if (known) return known;
  const { district, year, version, publishedAt, note, figures } = head;
  const all = entries ?? (await listEntries(scope, head, { filter: {} }));
  const text = writeRecord({ district, year, version, publishedAt: publishedAt.toISOString(), note, figures, entries: all });
  const hash = createHash('sha256').update(text).digest('hex');
  hashes.set(head.id, hash);
  return hash;
}

/** Entries and door visits of each agency that leads some, in the order of their codes. */
function listShares(head: PlanHead): Promise<AgencyShare[]> {
  return db().$queryRaw<AgencyShare[]>(Prisma.sql`
    SELECT agency.code, short_name AS name, count(*)::int AS entries,
      coalesce(sum(entry.quota) FILTER (WHERE is_lead AND entry.form IN ('onsite', 'sampling')), 0)::int AS visits
    FROM ${versionsSql} JOIN plan_entry_agency party ON party.plan_entry_id = entry.id JOIN agency ON agency.code = party.agency_code
    WHERE ${standingSql(head)} GROUP BY agency.code ORDER BY agency.code`);
}

async function listVersions({ district, year }: PlanHead): Promise<PlanVersion[]> {
  const rows = await db().plan.findMany({
    where: { districtCode: district, year, status: { not: 'draft' } },
    orderBy: { version: 'desc' },
    select: { version: true, publishedAt: true, note: true, status: true },
  });
  return rows.map(({ version, publishedAt, note, status }) => ({
    version,
    publishedAt: publishedAt ?? new Date(0),
    note,
    isCurrent: status === 'published',
  }));
}

/** One version of a plan with one page of its entries, what it changed, and the hash that it is known by; null where there is none. */
export async function loadPlanPage(scope: PublicScope, which: WhichPlan, query: PlanQuery): Promise<PlanPage | null> {
  const head = await loadPlanHead(scope, { ...which, version: query.version });
  if (!head) return null;
  const part = { filter: query, limit: size, offset: (query.page - 1) * size };
  const [entries, found, total, versions, agencies, change, hash, clock] = await Promise.all([
    listEntries(scope, head, part),
    countEntries(scope, head, query),
    countEntries(scope, head, {}),
    listVersions(head),
    listShares(head),
    loadPlanDiff(scope, head),
    hashPlan(scope, head),
    db().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
  ]);
  const pages = Math.max(1, Math.ceil(found.entries / size));
  const now = clock[0]?.now ?? new Date(0);
  return { head, hash, versions, agencies, entries, found: found.entries, total, page: query.page, pages, size, change, now };
}

export type WholePlan = {
  readonly head: PlanHead;
  readonly entries: readonly PublishedEntry[];
  readonly hash: string;
  readonly url: string;
};

/** A version with all its entries, for what people take away; null where there is none. */
export async function loadWholePlan(scope: PublicScope, which: WhichPlan): Promise<WholePlan | null> {
  const head = await loadPlanHead(scope, which);
  if (!head) return null;
  const entries = await listEntries(scope, head, { filter: {} });
  const url = `${env().NEXTAUTH_URL}/plans/${head.district}/${head.year}?version=${head.version}`;
  return { head, entries, hash: await hashPlan(scope, head, entries), url };
}
