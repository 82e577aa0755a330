import type { TaskSource } from '#domain/declaration/line.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import type { PolicyValues } from '#domain/law/policy.ts';
import type { MonthCapacity } from '../heat.ts';

/** What a line checks: a sample of so many out of a pool, or listed enterprises, every one of them. Both by number. */
export type Targets =
  | { readonly kind: 'pool'; readonly pool: number }
  | { readonly kind: 'listed'; readonly enterprises: readonly number[] };

/** A declared line as merging sees it. */
export type MergeLine = {
  readonly id: string;
  readonly agency: string;
  readonly agencyName: string;
  /** Code and name of its matter. */
  readonly matter: string;
  readonly title: string;
  readonly kind: InspectionKind;
  /** Mergeable group of the matter. */
  readonly group: string | null;
  /** Range of competence that its officers need. */
  readonly competence: string;
  /** Seasonal and holiday matters lose their sense in another month. */
  readonly seasonal: boolean;
  readonly source: TaskSource;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  /** Enterprises a year; of a list only those that are still in business. */
  readonly count: number;
  /** Enterprises a year as the line says. */
  readonly stated: number;
  readonly targets: Targets;
};

export type MergeSettings = Pick<PolicyValues['planning'], 'movableMonths' | 'agenciesPerVisit' | 'matterMinutes' | 'visitMinutes'>;

/** Enterprises that lie in the same pools, and how many they are: all that is to be known of pools and what they share. */
export type PoolCell = { readonly pools: readonly number[]; readonly size: number };

/** Plain data, so that it can be handed to another thread and hashed. */
export type MergeProblem = {
  readonly lines: readonly MergeLine[];
  readonly cells: readonly PoolCell[];
  readonly settings: MergeSettings;
  /** Minutes that an agency's teams have in each of the twelve months; an agency that is not named has no limit. */
  readonly capacity: readonly { readonly agency: string; readonly minutes: readonly number[] }[];
  /** What each of the twelve months is to bear in the whole district; none: no wish. */
  readonly room: readonly MonthCapacity[];
  /** Lines that the office has refused to check together. */
  readonly refused: readonly (readonly string[])[];
};

/** Why two lines whose targets meet are not checked in one visit: the first obstacle, in the order of this list. */
export const pairObstacles = [
  'sameMatter',
  'offsite',
  'kind',
  'group',
  'mixedTargets',
  'targets',
  'orderedMonths',
  'months',
  'duration',
  'agencies',
  'refused',
  'capacity',
  'elsewhere',
] as const;
export type PairObstacle = (typeof pairObstacles)[number];

export type PairReason = { readonly a: string; readonly b: string; readonly why: PairObstacle; readonly shared: number };

/** What a line said when it was worked on: one that says otherwise by now makes its proposal outdated. */
export type SeenLine = { readonly line: string } & Pick<MergeLine, 'months' | 'form'> & { readonly count: number };

/** Words for the people who decide, made where the figures are. */
export type ProposalReasons = {
  readonly seen: readonly SeenLine[];
  readonly fits: readonly string[];
  readonly shortOfBound: readonly string[];
  /** Months of the entry in which the whole district is over. */
  readonly overMonths: readonly string[];
  readonly out: readonly { readonly line: string; readonly why: PairObstacle }[];
};

/** Lines that go together into one joint entry. */
export type MergePart = {
  readonly lines: readonly string[];
  readonly lead: string;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
  readonly why: ProposalReasons;
};

/** How far the work is: the best and the proved bound so far, in door visits. */
export type MergeProgress = {
  readonly best: number;
  readonly bound: number;
  readonly seconds: number;
};

export type MergeSolution = {
  readonly before: number;
  /** Door visits found, and the least that anybody could reach. */
  readonly after: number;
  readonly bound: number;
  /** Door visits when every proposal is accepted: more than `after` where lists meet at some enterprises only. */
  readonly proposed: number;
  readonly parts: readonly MergePart[];
  readonly pairs: readonly PairReason[];
  readonly pairCounts: Readonly<Partial<Record<PairObstacle, number>>>;
  /** It was not stopped early. */
  readonly complete: boolean;
};

/** Columns by sparse entries; all variables are 0 or 1. `equals` rows are covered exactly once, `atMost` rows are limits. */
export type BinaryProgram = {
  readonly costs: readonly number[];
  readonly entries: readonly { readonly rows: readonly number[]; readonly values: readonly number[] }[];
  readonly rows: readonly { readonly lower: number; readonly upper: number }[];
};
export type BinaryAnswer = { readonly chosen: readonly number[] | null; readonly bound: number; readonly proved: boolean };

/** What the thread lends to the pure core: a solver, a clock, and a word with whoever waits. */
export type MergeTools = {
  readonly solve: (program: BinaryProgram, start: readonly number[]) => BinaryAnswer;
  readonly seconds: () => number;
  /** Whether the time is up or somebody wants to stop. */
  readonly isOver: () => boolean;
  readonly tell: (progress: MergeProgress) => void;
};
