import 'server-only';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import type { PairObstacle } from '#domain/plan/merge/model.ts';

export type RunStatus = 'queued' | 'running' | 'finished' | 'stopped' | 'failed';

/** A run with the figures found, or found so far. Visits are door visits (户次). */
export type RunView = {
  readonly id: string;
  readonly status: RunStatus;
  readonly seconds: number;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly finishedAt: Date | null;
  readonly inputHash: string;
  readonly lineCount: number;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
  /** Visits when every proposal is accepted. */
  readonly proposed: number;
  /** Seconds the solving took so far. */
  readonly spent: number;
  readonly stopWanted: boolean;
};

export type ProposalLine = {
  readonly id: string;
  readonly matter: string;
  readonly agency: string;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
};

export type ProposalView = {
  readonly id: string;
  readonly no: number;
  readonly lead: { readonly code: string; readonly name: string };
  /** Every agency of its lines, the lead first. */
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  readonly lines: readonly ProposalLine[];
  readonly months: readonly number[];
  readonly form: InspectionForm;
  readonly before: number;
  readonly after: number;
  readonly bound: number;
  readonly fits: readonly string[];
  readonly shortOfBound: readonly string[];
  readonly overMonths: readonly string[];
  readonly out: readonly { readonly matter: string; readonly agency: string; readonly why: PairObstacle }[];
  /** `open` as well when the step that accepted it was undone; `outdated` when its lines have been decided otherwise, `changed` when they say otherwise now. */
  readonly status: 'open' | 'accepted' | 'refused' | 'outdated' | 'changed';
  readonly reason: string;
};

/** What stands beside the lines of the review desk. */
export type MergePanelView = {
  readonly year: number;
  readonly now: Date;
  /** The last run asked for, whatever became of it. */
  readonly latest: RunView | null;
  /** The last run that ended with proposals. */
  readonly run: RunView | null;
  readonly proposal: ProposalView | null;
  /** Position of the proposal among `total`, from 1; neighbours are null at the ends. */
  readonly total: number;
  readonly open: number;
  readonly previous: number | null;
  readonly next: number | null;
  /** Lines to plan that the run has not seen. */
  readonly newLines: number;
};
