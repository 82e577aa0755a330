/** The name of the format and of the algorithm: ningqi-draw/1 (described in public/ningqi-draw-1.md). */
export const drawFormat = 'ningqi-draw/1';

/** A lottery's issue whose digits take part in the seed; `at` is when they are announced, after the last reveal. ISO 8601 with offset. */
export type PublicNumber = { readonly lottery: string; readonly issue: string; readonly at: string };

/** How many are drawn of one stratum; a pool that is not divided has the one stratum ''. */
export type StratumSample = { readonly stratum: string; readonly size: number; readonly sample: number };

/** An agency that goes to the targets, with the ranges of competence that its matters need. */
export type AgencyNeed = { readonly agency: string; readonly groups: readonly string[] };

/** One plan entry that is drawn for; several agencies' entries may be drawn together, by the same keys. */
export type FrozenEntry = {
  /** The plan entry's number and the version of the plan in force. */
  readonly entry: string;
  readonly planVersion: number;
  readonly fromDay: string;
  readonly toDay: string;
  /** The lead first, then by code. */
  readonly agencies: readonly AgencyNeed[];
  readonly strata: readonly StratumSample[];
  /** Inspectors per target: at least one of each agency. */
  readonly officers: number;
};

/** id = USCC. `entries` = the indexes of the entries that it is a candidate of. */
export type Subject = { readonly id: string; readonly weight: number; readonly stratum: string; readonly entries: readonly number[] };

export const exclusionReasons = ['cancelled', 'suspended', 'capReached', 'undisturbed', 'alreadyDrawn', 'matterDone'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
export type Excluded = { readonly entry: number; readonly id: string; readonly reason: ExclusionReason };

/** id = credential number; `recused` and `visitedLast` name subjects that this inspector is not given. */
export type Officer = {
  readonly id: string;
  readonly agency: string;
  readonly groups: readonly string[];
  readonly recused: readonly string[];
  readonly visitedLast: readonly string[];
};

/** Why an inspector of a participating agency is not among the candidates. */
export const officerExclusions = ['expires', 'approves', 'outOfRange', 'left'] as const;
export type OfficerExclusion = { readonly id: string; readonly reason: (typeof officerExclusions)[number] };

/** The frozen record F: its canonical JSON (RFC 8785) is what poolHash is taken of. Every list is sorted as the format says. */
export type FrozenRecord = {
  readonly format: typeof drawFormat;
  readonly district: string;
  /** For example 冷抽〔2026〕12号. */
  readonly draw: string;
  /** The void draw that this one comes after, or null. */
  readonly previous: string | null;
  /** 431103@3. */
  readonly policy: string;
  readonly entries: readonly FrozenEntry[];
  /** Codes: the office, the lead agency, the independent witness; their order is that of the seed. */
  readonly parties: readonly string[];
  /** The objection period from the freeze; then the time to commit; then, once all commitments stand, the time to reveal. */
  readonly hours: { readonly objection: number; readonly commit: number; readonly reveal: number };
  readonly publicNumber: PublicNumber | null;
  readonly targetsPerOfficer: number;
  readonly subjects: readonly Subject[];
  readonly excluded: readonly Excluded[];
  readonly inspectors: readonly Officer[];
  readonly inspectorsExcluded: readonly OfficerExclusion[];
};

/** One round of commitments and reveals, hex; a party that withheld is named. Only the last round makes the seed. */
export type RoundRecord = {
  readonly no: number;
  readonly parties: readonly {
    readonly party: string;
    readonly commitment: string | null;
    readonly reveal: string | null;
    readonly withheld: boolean;
  }[];
};

/** What was drawn for one entry: targets in order, each with its officers; then the next in order, as far as they are kept. */
export type EntryOutcome = {
  readonly entry: string;
  readonly targets: readonly { readonly id: string; readonly key: string; readonly officers: readonly string[] }[];
  readonly reserves: readonly { readonly id: string; readonly key: string }[];
};

/** The result R, its canonical JSON is what resultHash is taken of. `number`: printed digits, or null. */
export type DrawResult = {
  readonly format: typeof drawFormat;
  readonly poolHash: string;
  readonly rounds: readonly RoundRecord[];
  readonly number: string | null;
  readonly seed: string;
  readonly outcomes: readonly EntryOutcome[];
};
