import 'server-only';
import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { computeCap, isMatterOnceVisit } from '#domain/inspection/limits.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { Prisma } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { Gathered } from '../queries/gather-entry-facts.ts';

/** The limits that one filing uses up: a place in the plan, a visit of each line, each matter's once a year. */
export type Claims = {
  readonly entryId: string | null;
  readonly lines: readonly string[];
  readonly cap: number;
  readonly matters: readonly string[];
  readonly year: number;
};

/** What a filing takes. A cap that the office agreed to exceed does not bind here. */
export function claimsOf({ facts, refs }: Gathered, verdict: Verdict): Claims {
  const { kind, start } = facts.visit;
  const { values } = facts.policy;
  const overCap = verdict.findings.some(({ rule, outcome }) => rule === 'frequency-cap' && outcome === 'held');
  const lines = [facts.lead, ...facts.coAgencies].map((agency) => agency.kind).filter((line) => line !== null);
  return {
    entryId: values.plannedKinds.value.includes(kind) ? refs.planEntryId : null,
    lines: values.frequencyCap.value.kinds.includes(kind) ? [...new Set(lines)] : [],
    cap: overCap ? 2_000_000_000 : computeCap(facts),
    matters: isMatterOnceVisit(facts) ? [...new Set(facts.matters.map(({ code }) => code))] : [],
    year: yearOf(dayOf(start)),
  };
}

/** Conditional writes that carry the limits: each takes its row only below its limit, and the caller compares the counts. */
export function claimsSql(claims: Claims, filingId: string, enterpriseId: string): Prisma.Sql {
  return Prisma.sql`place AS (
    UPDATE plan_entry SET used = used + 1 WHERE id = ${claims.entryId}::uuid AND used < quota RETURNING id
  ), counted AS (
    INSERT INTO visit_counter AS counter (enterprise_id, agency_kind, year, visits)
    SELECT ${enterpriseId}::uuid, line, ${claims.year}, 1 FROM unnest(${claims.lines}::text[]) line
    ON CONFLICT (enterprise_id, agency_kind, year) DO UPDATE SET visits = counter.visits + 1 WHERE counter.visits < ${claims.cap}
    RETURNING agency_kind
  ), once AS (
    INSERT INTO matter_visit (enterprise_id, matter_code, year, filing_id)
    SELECT ${enterpriseId}::uuid, matter, ${claims.year}, ${filingId}::uuid FROM unnest(${claims.matters}::text[]) matter
    ON CONFLICT DO NOTHING RETURNING matter_code
  )`;
}

/** Whether the statement took everything that was claimed. */
export function isClaimed(claims: Claims, taken: { places: number; lines: number; matters: number }): boolean {
  return taken.places === (claims.entryId ? 1 : 0) && taken.lines === claims.lines.length && taken.matters === claims.matters.length;
}

/**
 * Moves a filing to `to`, in one statement; no row when it is not in one of the statuses `from`. A visit that does not take place
 * counts for nobody, so its limits are given back; one that has begun cannot be withdrawn, and keeps what it took when it is revoked.
 */
export function releaseSql(
  place: FilingPlace,
  which: { id: string; from: readonly string[]; to: 'withdrawn' | 'revoked'; remark: string },
): Prisma.Sql {
  return Prisma.sql`WITH target AS (
    SELECT id, enterprise_id, CASE WHEN starts_at > now() THEN claims END AS claims FROM filing
    WHERE id = ${which.id}::uuid AND district_code = ${place.districtCode} AND status::text = ANY (${which.from}::text[])
      AND (${which.to} = 'revoked' OR starts_at > now() OR filing_no IS NULL) FOR UPDATE
  ), moved AS (
    UPDATE filing SET status = ${which.to}::filing_status, remark = ${which.remark} FROM target WHERE filing.id = target.id RETURNING filing.id
  ), place AS (
    UPDATE plan_entry SET used = used - 1 FROM target WHERE plan_entry.id = (target.claims ->> 'entryId')::uuid
  ), counted AS (
    UPDATE visit_counter counter SET visits = visits - 1 FROM target
    WHERE counter.enterprise_id = target.enterprise_id AND counter.year = (target.claims ->> 'year')::int
      AND target.claims -> 'lines' ? counter.agency_kind
  ), once AS (
    DELETE FROM matter_visit USING target WHERE matter_visit.filing_id = target.id AND target.claims IS NOT NULL
  )
  SELECT id FROM moved`;
}
