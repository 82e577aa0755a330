import type { InspectionForm } from '#domain/inspection/kinds.ts';

/** 保留、减数量、改月份、改非现场、不列入、合并、退回、重新审. */
export const reviewActions = ['keep', 'trim', 'move', 'offsite', 'drop', 'merge', 'return', 'reopen'] as const;
export type ReviewAction = (typeof reviewActions)[number];

export const lineOutcomes = ['unreviewed', 'kept', 'dropped', 'merged', 'returned'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/**
 * What a step sets. `trim`: count. `move`: months. `offsite`: form that enters nobody. `drop`, `return`: reason.
 * `merge`: lead, months, form, and in `count` the enterprises that the joint entry visits.
 */
export type StepChange = {
  readonly count?: number;
  readonly months?: readonly number[];
  readonly form?: InspectionForm;
  readonly lead?: string;
  readonly reason?: string;
};

export type ReviewStep = {
  readonly id: string;
  readonly action: ReviewAction;
  readonly lineIds: readonly string[];
  readonly change: StepChange;
};

/** What the office has made of a line so far. */
export type LineState = {
  readonly outcome: LineOutcome;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  readonly reason: string;
  readonly jointId: string | null;
};

/** The line as declared, before any step. */
export type DeclaredState = {
  readonly id: string;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
};

const states: Readonly<Record<ReviewAction, (state: LineState, step: ReviewStep, declared: DeclaredState) => LineState>> = {
  keep: (state) => ({ ...state, outcome: 'kept', reason: '', jointId: null }),
  trim: (state, { change }) => ({
    ...state,
    outcome: 'kept',
    count: change.count ?? state.count,
    reason: change.reason ?? '',
    jointId: null,
  }),
  move: (state, { change }) => ({
    ...state,
    outcome: 'kept',
    months: change.months ?? state.months,
    reason: change.reason ?? '',
    jointId: null,
  }),
  offsite: (state, { change }) => ({
    ...state,
    outcome: 'kept',
    form: change.form ?? 'document',
    reason: change.reason ?? '',
    jointId: null,
  }),
  drop: (state, { change }) => ({ ...state, outcome: 'dropped', reason: change.reason ?? '', jointId: null }),
  return: (state, { change }) => ({ ...state, outcome: 'returned', reason: change.reason ?? '', jointId: null }),
  merge: (state, { id, change }) => ({
    ...state,
    outcome: 'merged',
    months: change.months ?? state.months,
    form: change.form ?? state.form,
    reason: change.reason ?? '',
    jointId: id,
  }),
  reopen: (_state, _step, declared) => openState(declared),
};

function openState({ count, months, form }: DeclaredState): LineState {
  return { outcome: 'unreviewed', count, months, form, reason: '', jointId: null };
}

/**
 * The line after these steps, in the order taken, undone ones left out. A joint entry that was left with one line is that line kept:
 * pass `aloneIn`, the merging steps with fewer than two lines left.
 */
export function foldSteps(declared: DeclaredState, steps: readonly ReviewStep[], aloneIn: ReadonlySet<string> = new Set()): LineState {
  const mine = steps.filter(({ id, lineIds }) => lineIds.includes(declared.id) && !aloneIn.has(id));
  return mine.reduce((state, step) => states[step.action](state, step, declared), openState(declared));
}
