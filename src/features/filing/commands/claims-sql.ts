import 'server-only';
import { dayOf, monthOf, yearOf } from '#domain/calendar/local-day.ts';
import { computeCap, isMatterOnceVisit } from '#domain/inspection/limits.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { Prisma } from '#platform/db.ts';
import type { Gathered } from '../queries/gather-entry-facts.ts';

/** The limits that one filing uses up: a place in the plan, a visit of each line, each matter's once a year. */
export type Claims = {
  /** The row in force, and the month in which it is visited. */
  readonly entryId: string | null;
  /** Of a joint visit: the other agencies' rows in force, of which it takes a place each. */
  readonly joinedEntryIds: readonly string[];
  readonly month: number;
  readonly lines: readonly string[];
  readonly cap: number;
  /** Of an amended filing: lines that it holds already and takes again whatever the cap says. */
  readonly heldLines?: readonly string[];
  readonly matters: readonly string[];
  readonly year: number;
};

/** What a filing takes. A cap that the office agreed to exceed does not bind here. */
export function claimsOf({ facts, refs }: Gathered, verdict: Verdict): Claims {
  const { kind, start } = facts.visit;
  const day = dayOf(start);
  const { values } = facts.policy;
  const overCap = verdict.findings.some(({ rule, outcome }) => rule === 'frequency-cap' && outcome === 'held');
  const lines = [facts.lead, ...facts.coAgencies].map((agency) => agency.kind).filter((line) => line !== null);
  const isPlanned = values.plannedKinds.value.includes(kind);
  return {
    entryId: isPlanned ? refs.planEntryId : null,
    joinedEntryIds: isPlanned ? [...new Set(refs.joinedEntryIds)] : [],
    month: monthOf(day),
    lines: values.frequencyCap.value.kinds.includes(kind) ? [...new Set(lines)] : [],
    cap: overCap ? 2_000_000_000 : computeCap(facts),
    matters: isMatterOnceVisit(facts) ? [...new Set(facts.matters.map(({ code }) => code))] : [],
    year: yearOf(day),
  };
}

const entriesOf = ({ entryId, joinedEntryIds }: Claims): string[] => [...(entryId ? [entryId] : []), ...joinedEntryIds].sort();

/** What one filing takes for all its agencies, the lead's first: each line, matter and place once. */
export function togetherOf([first, ...others]: readonly [Claims, ...Claims[]]): Claims {
  const all = [first, ...others];
  const once = (values: readonly string[]) => [...new Set(values)];
  const entries = once(others.flatMap(entriesOf)).filter((id) => id !== first.entryId);
  return {
    ...first,
    joinedEntryIds: once([...first.joinedEntryIds, ...entries]),
    lines: once(all.flatMap(({ lines }) => lines)),
    cap: Math.max(...all.map(({ cap }) => cap)),
    matters: once(all.flatMap(({ matters }) => matters)),
  };
}

/** Conditional writes that carry the limits: each takes its row only below its limit, and the caller compares the counts. */
export function claimsSql(claims: Claims, filingId: string, enterpriseId: string): Prisma.Sql {
  return Prisma.sql`place AS (
    UPDATE plan_entry SET used = used + 1 WHERE id = ANY (${entriesOf(claims)}::uuid[]) AND until_plan_id IS NULL AND used < quota RETURNING id
  ), month_place AS (
    UPDATE plan_entry_month month SET used = month.used + 1 FROM place WHERE plan_entry_id = place.id AND month = ${claims.month}
  ), counted AS (
    INSERT INTO visit_counter AS counter (enterprise_id, agency_kind, year, visits)
    SELECT ${enterpriseId}::uuid, line, ${claims.year}, 1 FROM unnest(${claims.lines}::text[]) line
    ON CONFLICT (enterprise_id, agency_kind, year) DO UPDATE SET visits = counter.visits + 1 WHERE counter.visits < ${claims.cap} OR counter.agency_kind = ANY(${claims.heldLines ?? []}::text[])
    RETURNING agency_kind
  ), once AS (
    INSERT INTO matter_visit (enterprise_id, matter_code, year, filing_id)
    SELECT ${enterpriseId}::uuid, matter, ${claims.year}, ${filingId}::uuid FROM unnest(${claims.matters}::text[]) matter
    ON CONFLICT DO NOTHING RETURNING matter_code
  )`;
}

/** Whether the statement took everything that was claimed. */
export function isClaimed(claims: Claims, taken: { places: number; lines: number; matters: number }): boolean {
  return taken.places === entriesOf(claims).length && taken.lines === claims.lines.length && taken.matters === claims.matters.length;
}
