import type { Day } from '../calendar/day.ts';
import type { ExemptionCode, InspectionKind, RiskTier } from '../inspection/kinds.ts';
import type { Citation } from './citation.ts';

/** One recurrence of quiet days: days of the month (negative counts from its end: -1 is the last) or weekdays (1 = Monday … 7). */
export type Recurrence =
  | { readonly type: 'monthDays'; readonly from: number; readonly to: number }
  | { readonly type: 'weekdays'; readonly days: readonly number[] };

/** Every value an office may set. Days are working days where the name says so. `null` in place of a list of kinds never occurs. */
export type PolicyValues = {
  /** Which visits need an entry of the plan in force. */
  plannedKinds: readonly InspectionKind[];
  drawnKinds: readonly InspectionKind[];
  quietDays: {
    readonly recurrences: readonly Recurrence[];
    readonly kinds: readonly InspectionKind[];
    readonly enterprises: 'all' | 'key' | 'park';
    readonly exemptions: readonly ExemptionCode[];
  };
  filingLeadWorkingDays: number;
  officeHandlingWorkingDays: number;
  minimumInspectors: number;
  joint: { readonly windowDays: number; readonly kinds: readonly InspectionKind[] };
  sameMatterOnceKinds: readonly InspectionKind[];
  frequencyCap: {
    readonly general: number;
    readonly high: number;
    readonly highTiers: readonly RiskTier[];
    readonly kinds: readonly InspectionKind[];
  };
  interval: { readonly days: number; readonly kinds: readonly InspectionKind[] };
  undisturbedKinds: readonly InspectionKind[];
  /** Whose territory is told before entry. */
  territoryNotice: 'key' | 'park' | 'all' | 'none';
  emergencySupplementWorkingDays: number;
  /** Month and day, MM-DD. */
  declarationDue: string;
  findingsPublicWorkingDays: number;
  penaltiesPublicWorkingDays: number;
  withdrawalWorkingDays: number;
  majorPenaltyFilingDays: number;
  caseLimitDays: number;
  feedback: { readonly invitationDays: number; readonly reminderDays: readonly number[]; readonly closesDays: number };
  smallestPublishedCell: number;
  alarmBelowPercent: number;
  supervisionCard: {
    readonly acceptWorkingDays: number;
    readonly finishWorkingDays: number;
    readonly answerWorkingDays: number;
    readonly progressDays: number;
  };
  callbackDays: number;
  firstOffenceMonths: number;
  /** How a year is planned: visits the whole district bears on a day open to them, and how far lines may be merged. */
  planning: {
    readonly visitsPerOpenDay: number;
    /** How many months a self-initiated line may be moved, seasonal and holiday matters apart. */
    readonly movableMonths: number;
    readonly agenciesPerVisit: number;
    /** Minutes that one matter takes, and that one visit may last. */
    readonly matterMinutes: number;
    readonly visitMinutes: number;
  };
  draw: {
    readonly objectionHours: number;
    /** How long the parties have to commit, and then to reveal. */
    readonly commitHours: number;
    readonly revealHours: number;
    /** A pool holds at least this many times the sample, and at least the minimum, unless all of it is drawn. */
    readonly poolFactor: number;
    readonly poolMinimum: number;
    /** Tickets of an enterprise by its tier, 1 … 16. */
    readonly weights: Readonly<Record<RiskTier, number>>;
    /** Divides the pool and the sample, or null. */
    readonly stratifyBy: 'risk' | 'size' | 'territory' | null;
    /** The most enterprises that one inspector is given in one draw. */
    readonly targetsPerOfficer: number;
  };
  /** A visit on the ground: when a filing that nobody used runs out, what counts as overtime, when it is put away, usual time to correct. */
  visit: {
    readonly expiresAfterHours: number;
    readonly overtimeMinutes: number;
    readonly archiveDays: number;
    readonly rectificationDays: number;
  };
  /** By when the office calls back whoever was dissatisfied, and by when a role's message has to be taken before it goes up. */
  followUpWorkingDays: { readonly callback: number; readonly message: number };
  frequentVisitAlert: { readonly visits: number; readonly days: number };
};

export type PolicyKey = keyof PolicyValues;

/** A value with the place it comes from. */
export type Sourced<T> = { readonly value: T; readonly basis: Citation; readonly note: string };

/** One version of a district's policy: published whole, never edited, replaced by the next. */
export type Policy = {
  readonly districtCode: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly values: { readonly [K in PolicyKey]: Sourced<PolicyValues[K]> };
};

/** 431103@3, as verdicts name it. */
export function nameOfPolicy(policy: Policy): string {
  return `${policy.districtCode}@${policy.version}`;
}
