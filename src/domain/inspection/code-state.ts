import type { FilingStatus } from './lifecycle.ts';

/**
 * What the page behind a code says. `genuine` and `notYet` show the visit; `expired`, `ended`, `withdrawn` and `revoked` tell only
 * that and the window; `unknown` is the answer for a code that never was (design: security.md, Public check).
 */
export const codeStates = ['genuine', 'notYet', 'expired', 'ended', 'withdrawn', 'revoked', 'unknown'] as const;
export type CodeState = (typeof codeStates)[number];

type Rule = CodeState | 'byClock';

const byStatus: Readonly<Record<FilingStatus, Rule>> = {
  submitted: 'unknown',
  held: 'unknown',
  returned: 'unknown',
  filed: 'byClock',
  filedWithCondition: 'byClock',
  checkedIn: 'byClock',
  left: 'ended',
  findingRecorded: 'ended',
  rated: 'ended',
  unrated: 'ended',
  archived: 'ended',
  withdrawn: 'withdrawn',
  expired: 'expired',
  revoked: 'revoked',
};

/** The state of a code at an instant; the window is [start, end). */
export function computeCodeState(status: FilingStatus, window: { readonly start: Date; readonly end: Date }, now: Date): CodeState {
  const rule = byStatus[status];
  if (rule === 'ended' && now >= window.end) return 'expired';
  if (rule !== 'byClock') return rule;
  if (now < window.start) return 'notYet';
  return now < window.end ? 'genuine' : 'expired';
}

/** Whether enterprise, people and matters may be shown. */
export function isShownInFull(state: CodeState): boolean {
  return state === 'genuine' || state === 'notYet';
}
