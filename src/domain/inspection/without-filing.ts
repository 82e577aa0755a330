import type { Day } from '#domain/calendar/day.ts';
import { monthOf, yearOf } from '#domain/calendar/local-day.ts';
import type { EntryFacts, OtherVisitFact, PlanEntryFact } from './facts.ts';

/** A filing that is judged anew: its number and day, and what it holds: places of entries, a visit of each line in a year. */
export type HeldByFiling = {
  readonly filingNo: string;
  readonly day: Day;
  readonly entryNos: readonly string[];
  readonly lines: readonly string[];
};

function freeEntry(entry: PlanEntryFact, { entryNos, day }: HeldByFiling): PlanEntryFact {
  if (!entryNos.includes(entry.no)) return entry;
  const months = entry.months.map((one) => (one.month === monthOf(day) ? { ...one, used: Math.max(0, one.used - 1) } : one));
  return { ...entry, used: entry.used - 1, months };
}

/**
 * The facts as they would stand without this filing: its place in the plan, its visits and its matters do not count against itself.
 * What it discharged stays discharged: it is changed, never given up.
 */
export function withoutFiling(facts: EntryFacts, own: HeldByFiling): EntryFacts {
  const isOther = ({ filingNo }: { readonly filingNo: string }) => filingNo !== own.filingNo;
  const isCounted = (agencyKind: string, year: number) => own.lines.includes(agencyKind) && yearOf(own.day) === year;
  const { planEntry, draw, jointVisit } = facts;
  return {
    ...facts,
    planEntry: planEntry && freeEntry(planEntry, own),
    draw: draw?.servedBy === own.filingNo ? { ...draw, servedBy: null } : draw,
    jointVisit: jointVisit && {
      ...jointVisit,
      parts: jointVisit.parts.map((part) => ({ ...part, entry: freeEntry(part.entry, own) })),
    },
    otherVisits: facts.otherVisits.filter((other) => other.type === 'dueEntry' || isOther(other)),
    ownVisits: facts.ownVisits.filter(isOther),
    matterUses: facts.matterUses.filter(isOther),
    visitCounts: facts.visitCounts.map((one) => (isCounted(one.agencyKind, one.year) ? { ...one, visits: one.visits - 1 } : one)),
  };
}

/** The facts of one agency that comes along with others: what all of them owe together is no longer another's business. */
export function besideAgencies(facts: EntryFacts, agencies: readonly string[]): EntryFacts {
  const together = [facts.lead.code, ...facts.coAgencies.map(({ code }) => code), ...agencies];
  const isDischarged = (other: OtherVisitFact) => other.type === 'dueEntry' && other.agencies.every((code) => together.includes(code));
  return { ...facts, otherVisits: facts.otherVisits.filter((other) => !isDischarged(other)) };
}
