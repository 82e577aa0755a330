import type { Day } from '../calendar/day.ts';
import { daysBetween } from '../calendar/local-day.ts';

/** A drawn visit that is still due: who leads its entry, in which period it may take place. */
export type DueOutcome = {
  readonly outcome: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly fromDay: Day;
  /** Inclusive. */
  readonly toDay: Day;
  readonly matters: number;
  /** A filing was sent in for it, or stands. */
  readonly filed: boolean;
  /** The joint visit it is part of already. */
  readonly jointVisit: string | null;
};

export type Window = { readonly fromDay: Day; readonly toDay: Day };

/** One visit for several agencies' outcomes at one enterprise: the proposed lead first. */
export type JointProposal<Outcome extends DueOutcome> = Window & {
  readonly enterprise: string;
  readonly lead: string;
  readonly parts: readonly Outcome[];
};

/** Why two outcomes at one enterprise are not made one visit. */
export const apartReasons = ['filed', 'sameAgency', 'periodsApart', 'noOpenDay', 'joinedElsewhere'] as const;
export type ApartReason = (typeof apartReasons)[number];
export type ApartPair<Outcome extends DueOutcome> = {
  readonly enterprise: string;
  readonly one: Outcome;
  readonly other: Outcome;
  readonly reason: ApartReason;
};

/** What binds every joint visit: how many agencies come at once, and whether a period has a day on which all of them may enter. */
export type JointLimits<Outcome extends DueOutcome> = {
  readonly agenciesPerVisit: number;
  readonly hasOpenDay: (parts: readonly Outcome[], window: Window) => boolean;
};

/** The days that lie in every period; null where there are none. */
export function sharedWindow(parts: readonly DueOutcome[]): Window | null {
  const fromDay = parts
    .map((part) => part.fromDay)
    .sort()
    .at(-1);
  const toDay = parts.map((part) => part.toDay).sort()[0];
  return fromDay !== undefined && toDay !== undefined && daysBetween(fromDay, toDay) >= 0 ? { fromDay, toDay } : null;
}

/** Who should lead comes first: whose period ends first, then who has most matters. */
function byUrgency(one: DueOutcome, other: DueOutcome): number {
  return daysBetween(other.toDay, one.toDay) || other.matters - one.matters || (one.agency < other.agency ? -1 : 1);
}

function oneOfEachAgency<Outcome extends DueOutcome>(outcomes: readonly Outcome[]): Outcome[] {
  const sorted = [...outcomes].sort(byUrgency);
  return sorted.filter((one, index) => sorted.findIndex(({ agency }) => agency === one.agency) === index);
}

/** Why these outcomes cannot be made one visit; null where they can. */
export function faultOfJoining<Outcome extends DueOutcome>(parts: readonly Outcome[], limits: JointLimits<Outcome>): ApartReason | null {
  if (new Set(parts.map(({ agency }) => agency)).size < parts.length) return 'sameAgency';
  if (parts.some(({ filed }) => filed)) return 'filed';
  if (parts.some(({ jointVisit }) => jointVisit !== null) || parts.length > limits.agenciesPerVisit) return 'joinedElsewhere';
  const window = sharedWindow(parts);
  if (!window) return 'periodsApart';
  return limits.hasOpenDay(parts, window) ? null : 'noOpenDay';
}

/** The largest group that meets on the first day of some period; the one that begins first among equals. */
function largestGroup<Outcome extends DueOutcome>(free: readonly Outcome[], limits: JointLimits<Outcome>): Outcome[] {
  const groups = free.map(({ fromDay }) => {
    const meeting = free.filter((one) => daysBetween(one.fromDay, fromDay) >= 0 && daysBetween(fromDay, one.toDay) >= 0);
    return oneOfEachAgency(meeting).slice(0, limits.agenciesPerVisit);
  });
  const lawful = groups.filter((parts) => parts.length > 1 && faultOfJoining(parts, limits) === null);
  return lawful.sort((one, other) => other.length - one.length || byUrgency(one[0] as Outcome, other[0] as Outcome))[0] ?? [];
}

function proposeAt<Outcome extends DueOutcome>(outcomes: readonly Outcome[], limits: JointLimits<Outcome>): JointProposal<Outcome>[] {
  const free = outcomes.filter(({ filed, jointVisit }) => !filed && jointVisit === null);
  const parts = largestGroup(free, limits);
  const [lead] = parts;
  const window = sharedWindow(parts);
  if (!lead || !window) return [];
  const rest = proposeAt(
    free.filter((one) => !parts.includes(one)),
    limits,
  );
  return [{ enterprise: lead.enterprise, lead: lead.agency, ...window, parts }, ...rest];
}

function isTogether<Outcome extends DueOutcome>(one: Outcome, other: Outcome, proposals: readonly JointProposal<Outcome>[]): boolean {
  if (one.jointVisit !== null && one.jointVisit === other.jointVisit) return true;
  return proposals.some(({ parts }) => parts.includes(one) && parts.includes(other));
}

/** Nothing is left to join where both are filed, or one agency goes in two periods that do not meet. */
function isBesideThePoint(one: DueOutcome, other: DueOutcome): boolean {
  return (one.filed && other.filed) || (one.agency === other.agency && sharedWindow([one, other]) === null);
}

function pairsApart<Outcome extends DueOutcome>(
  outcomes: readonly Outcome[],
  proposals: readonly JointProposal<Outcome>[],
  limits: JointLimits<Outcome>,
): ApartPair<Outcome>[] {
  const pairs = outcomes.flatMap((one, index) => outcomes.slice(index + 1).map((other) => ({ one, other })));
  return pairs
    .filter(({ one, other }) => !isTogether(one, other, proposals) && !isBesideThePoint(one, other))
    .map(({ one, other }) => ({
      ...{ enterprise: one.enterprise, one, other },
      reason: faultOfJoining([one, other], limits) ?? 'joinedElsewhere',
    }));
}

/**
 * Compares the outcomes that are due: at each enterprise the largest groups of different agencies' outcomes whose periods meet become
 * one visit each (冷水滩 二十条 (3), policy value joint); what stays apart is named pair by pair with the reason.
 */
export function proposeJointVisits<Outcome extends DueOutcome>(
  outcomes: readonly Outcome[],
  limits: JointLimits<Outcome>,
): { readonly proposals: readonly JointProposal<Outcome>[]; readonly apart: readonly ApartPair<Outcome>[] } {
  const enterprises = new Map<string, Outcome[]>();
  for (const one of outcomes) enterprises.set(one.enterprise, [...(enterprises.get(one.enterprise) ?? []), one]);
  const places = [...enterprises.values()].map((own) => ({ own, proposed: proposeAt(own, limits) }));
  const proposals = places.flatMap(({ proposed }) => proposed);
  return {
    proposals: proposals.sort((one, other) => daysBetween(other.toDay, one.toDay) || (one.enterprise < other.enterprise ? -1 : 1)),
    apart: places.flatMap(({ own, proposed }) => pairsApart(own, proposed, limits)),
  };
}
