import type { Day } from '#domain/calendar/day.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';

/** 保留、减数量、改月份、改非现场、不列入、合并、退回、重新审. */
export const reviewActions = ['keep', 'trim', 'move', 'offsite', 'drop', 'merge', 'return', 'reopen'] as const;
export type ReviewAction = (typeof reviewActions)[number];

export const lineOutcomes = ['unreviewed', 'kept', 'dropped', 'merged', 'returned'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/**
 * What a step sets. `trim`: count. `move`: months. `offsite`: form that enters nobody. `drop`, `return`: reason.
 * `merge`: lead, months, form, in `count` the enterprises that the joint entry visits, in `apart` those of its lines together. `return`: the day by which it is due back.
 */
export type StepChange = {
  readonly count?: number | undefined;
  readonly apart?: number | undefined;
  readonly months?: readonly number[] | undefined;
  readonly form?: InspectionForm | undefined;
  readonly lead?: string | undefined;
  readonly reason?: string | undefined;
  readonly due?: Day | undefined;
};

export type ReviewStep = {
  readonly id: string;
  readonly action: ReviewAction;
  readonly lineIds: readonly string[];
  readonly change: StepChange;
  /** When it was taken, in milliseconds. */
  readonly takenAt: number;
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
  /** When its declaration was last sent to the office, in milliseconds: a return before that has been answered. */
  readonly sentAt: number;
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
  return: (_state, { change, takenAt }, declared) =>
    takenAt < declared.sentAt ? openState(declared) : { ...openState(declared), outcome: 'returned', reason: change.reason ?? '' },
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
 * The merging steps that fewer than two lines are left in: they do not count. `steps` in the order taken, undone ones left out, and all
 * steps of every line that they name. The latest merge is looked at first: whether it counts decides what is left of the earlier ones.
 */
export function findLoneJoints(steps: readonly ReviewStep[]): ReadonlySet<string> {
  const lone = new Set<string>();
  const taken = new Set<string>();
  for (const { id, action, lineIds } of steps.toReversed()) {
    const left = lineIds.filter((line) => !taken.has(line));
    if (action === 'merge' && left.length < 2) lone.add(id);
    else for (const line of left) taken.add(line);
  }
  return lone;
}

/** The line after these steps, in the order taken, undone ones and lone joints (`findLoneJoints`) left out. */
export function foldSteps(declared: DeclaredState, steps: readonly ReviewStep[], loneJoints: ReadonlySet<string> = new Set()): LineState {
  const mine = steps.filter(({ id, lineIds }) => lineIds.includes(declared.id) && !loneJoints.has(id));
  return mine.reduce((state, step) => states[step.action](state, step, declared), openState(declared));
}

/**
 * Enterprises that a joint entry visits: as decided, yet never fewer than its largest line asks for, nor more than all its lines do. `apart`
 * is what its lines asked for when it was decided. Once lines have left, those that stay go on saving the same share: with the count that
 * was decided for all of them, a joint that lost its largest line would visit as often as its lines apart. Never more than was decided.
 */
export function computeJointCount(decided: number, counts: readonly number[], apart?: number): number {
  const sum = counts.reduce((total, count) => total + count, 0);
  const shared = Math.min(decided, Math.ceil((decided * sum) / Math.max(apart ?? sum, 1)));
  return Math.min(Math.max(shared, ...counts), sum);
}
