import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import type { DrawStatus, ReplacementReason } from '../draw/lifecycle.ts';
import type { Policy } from '../law/policy.ts';
import type { ExemptionCode, InspectionForm, InspectionKind, RiskTier, SeparationGround, SubjectKind, TriggerType } from './kinds.ts';

/** What is asked for: a visit as the filer describes it. `end` is exclusive. */
export type Visit = {
  readonly kind: InspectionKind;
  readonly form: InspectionForm;
  readonly start: Date;
  readonly end: Date;
  /** An address other than the registered one, or null. */
  readonly site: string | null;
  /** The number of the plan entry named, or null. */
  readonly planEntry: string | null;
  readonly trigger: { readonly type: TriggerType; readonly reference: string } | null;
  readonly exemption: { readonly code: ExemptionCode; readonly reason: string; readonly evidence: string } | null;
  /** Why the frequency cap should be exceeded, or null: turns a refusal into a hold. */
  readonly overCapReason: string | null;
  /** Why it may stay apart from another agency's visit, or null. */
  readonly separate: { readonly ground: SeparationGround; readonly reason: string } | null;
};

export type AgencyFact = {
  readonly code: string;
  readonly shortName: string;
  readonly subjectKind: SubjectKind;
  /** Line of work shared with its superior and subordinate; null for bodies that never inspect. */
  readonly kind: string | null;
};

export type EnterpriseFact = {
  readonly uscc: string;
  readonly name: string;
  /** GB/T 4754 division, two digits. */
  readonly industry: string;
  readonly risk: RiskTier;
  readonly keyEnterprise: boolean;
  readonly inPark: boolean;
  readonly undisturbed: boolean;
  readonly status: 'active' | 'suspended' | 'cancelled';
  /** The row of the register that stands for it since both were found to be one enterprise, or null. */
  readonly mergedInto: { readonly name: string; readonly uscc: string } | null;
  readonly accountableTerritory: string;
  /** The registered address. */
  readonly address: string;
};

/** A matter as asked for; `catalogue` is null where the district's catalogue has no such code. */
export type MatterFact = {
  readonly code: string;
  readonly catalogue: {
    readonly name: string;
    readonly agencyKind: string;
    readonly specialField: boolean;
    /** GB/T 4754 divisions; empty = all. */
    readonly industries: readonly string[];
    readonly group: string;
    readonly publishedFrom: Day;
    /** Exclusive, or null. */
    readonly publishedTo: Day | null;
  } | null;
};

/** An inspector as asked for; `register` is null where the district's register has no such credential. */
export type InspectorFact = {
  readonly credentialNo: string;
  readonly register: {
    readonly name: string;
    readonly agencyCode: string;
    readonly credentialKind: 'unified' | 'department' | 'none';
    /** Both inclusive; null where there is no credential. */
    readonly validFrom: Day | null;
    readonly validTo: Day | null;
    readonly groups: readonly string[];
    /** Recused from this enterprise. */
    readonly recused: boolean;
  } | null;
};

export type PlanEntryFact = {
  readonly no: string;
  readonly title: string;
  readonly planVersion: number;
  readonly planYear: number;
  readonly kind: InspectionKind;
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  /** Both inclusive. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly quota: number;
  readonly used: number;
  /** Its places divided over months; empty where the plan did not divide them. The total is the limit, a month is a word of warning. */
  readonly months: readonly { readonly month: number; readonly quota: number; readonly used: number }[];
  readonly fullCoverage: boolean;
  /** Whether any draw of this entry is published. */
  readonly drawPublished: boolean;
};

/** The enterprise's place in the published draw of the entry named. */
export type DrawFact = {
  readonly drawNo: string;
  readonly position: number;
  /** Credentials drawn, in order. */
  readonly inspectors: readonly string[];
  /** A result of before the protocol: registered, and nobody can compute it again. */
  readonly registered: boolean;
  /** The number of the filing that stands on this outcome already; null while it is free. */
  readonly servedBy: string | null;
};

/** How far the latest draw of the entry named has come, and whether the enterprise lost its place in it. */
export type DrawProgressFact = {
  readonly drawNo: string | null;
  readonly status: DrawStatus;
  readonly replaced: { readonly position: number; readonly reason: ReplacementReason; readonly day: Day } | null;
};

/** One outcome of a joint visit, with its entry and the agency that leads it. */
export type JointPartFact = {
  readonly agencyName: string;
  readonly entry: PlanEntryFact;
  readonly drawNo: string;
  readonly inspectors: readonly string[];
};

/** The joint visit that the enterprise's outcome was made part of: one visit for several agencies' draws, filed by the lead. */
export type JointVisitFact = {
  readonly lead: string;
  readonly leadName: string;
  /** Within the period of every entry, both inclusive. */
  readonly fromDay: Day;
  readonly toDay: Day;
  /** At least two, the lead's among them. */
  readonly parts: readonly JointPartFact[];
};

/** Another agency's business at this enterprise: a live filing, or a plan entry whose draw named it and that is still due. */
export type OtherVisitFact =
  | {
      readonly type: 'filing';
      readonly filingNo: string;
      readonly agencies: readonly string[];
      readonly agencyName: string;
      readonly title: string;
      readonly site: string | null;
      readonly kind: InspectionKind;
      readonly start: Date;
      readonly end: Date;
    }
  | {
      readonly type: 'dueEntry';
      readonly entryNo: string;
      readonly agencies: readonly string[];
      readonly agencyName: string;
      readonly title: string;
      readonly fromDay: Day;
      readonly toDay: Day;
    };

/** A visit of a participating agency's line to this enterprise that stands: filed, under way or done. */
export type OwnVisitFact = {
  readonly filingNo: string;
  readonly agencyKind: string;
  readonly leadAgency: string;
  readonly kind: InspectionKind;
  readonly matters: readonly string[];
  readonly start: Date;
  readonly end: Date;
};

/** A matter that was already used up at this enterprise in a year. */
export type MatterUseFact = {
  readonly matter: string;
  readonly year: number;
  readonly filingNo: string;
  readonly agencyName: string;
  readonly day: Day;
};

/** `pending`: a preview before the head was asked. `given`: what the register says of the person named. */
export type ApprovalFact =
  | { readonly state: 'pending' }
  | { readonly state: 'missing' }
  | {
      readonly state: 'given';
      readonly by: string;
      /** Whether the person is the registered responsible leader of the lead agency. */
      readonly isResponsibleLeader: boolean;
      readonly isFiler: boolean;
      /** Declared by the agency's own system, not done by the person here. */
      readonly isDeclared: boolean;
      readonly at: Date;
    };

/**
 * Everything the entry rules may look at, gathered in one statement. Facts span a horizon (120 days after the visit and after now,
 * both joint windows wide), so that other days can be judged with the same facts and only `visit` replaced.
 */
export type EntryFacts = {
  readonly now: Date;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly visit: Visit;
  /** Who sends it in. */
  readonly filingAgency: string;
  readonly lead: AgencyFact;
  /** Co-operating agencies as asked for; `shortName` is the code and `subjectKind` none where the district has no such body. */
  readonly coAgencies: readonly AgencyFact[];
  readonly enterprise: EnterpriseFact;
  readonly matters: readonly MatterFact[];
  readonly inspectors: readonly InspectorFact[];
  /** Null: none named, or the version in force has none of that number. */
  readonly planEntry: PlanEntryFact | null;
  readonly draw: DrawFact | null;
  /** Null: nobody has begun to draw for the entry, or the enterprise has its place in `draw`. */
  readonly drawProgress: DrawProgressFact | null;
  readonly jointVisit: JointVisitFact | null;
  readonly otherVisits: readonly OtherVisitFact[];
  readonly ownVisits: readonly OwnVisitFact[];
  /** Counted visits per line of work and year. */
  readonly visitCounts: readonly { readonly agencyKind: string; readonly year: number; readonly visits: number }[];
  readonly matterUses: readonly MatterUseFact[];
  readonly approval: ApprovalFact;
};

/** What only a refusal needs: who and what could stand in. Gathered only then. */
export type FixOptions = {
  /** The participating agencies' inspectors with a credential. */
  readonly inspectors: readonly InspectorFact[];
  /** Entries in force of the lead agency with places left, with whether this enterprise is drawn for it. */
  readonly planEntries: readonly (PlanEntryFact & { readonly enterpriseDrawn: boolean })[];
};
