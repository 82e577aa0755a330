import { describe, expect, it } from 'vitest';
import {
  canMove,
  canMoveAs,
  closedStatuses,
  countedStatuses,
  filingMoves,
  filingStatuses,
  liveStatuses,
  waitingStatuses,
} from './lifecycle.ts';

describe('lifecycle of a filing', () => {
  it('goes from sent in to archived', () => {
    const path = ['submitted', 'held', 'filed', 'checkedIn', 'left', 'findingRecorded', 'rated', 'archived'] as const;
    expect(path.slice(1).every((to, index) => canMove(path[index] ?? 'archived', to))).toBe(true);
  });

  it('never goes back and never leaves an end', () => {
    expect(canMove('filed', 'submitted')).toBe(false);
    expect(canMove('left', 'checkedIn')).toBe(false);
    expect(filingStatuses.filter((status) => Object.keys(filingMoves[status]).length === 0)).toEqual([
      'returned',
      'withdrawn',
      'expired',
      'revoked',
      'archived',
    ]);
  });

  it('only the office decides a held filing and only the head returns one sent in', () => {
    expect([canMoveAs('office', 'held', 'filed'), canMoveAs('machine', 'held', 'filed')]).toEqual([true, false]);
    expect([canMoveAs('agencyHead', 'submitted', 'returned'), canMoveAs('agency', 'submitted', 'returned')]).toEqual([true, false]);
    expect([canMoveAs('officeDirector', 'filed', 'revoked'), canMoveAs('office', 'filed', 'revoked')]).toEqual([true, false]);
  });

  it('an inspection under way can be neither withdrawn nor revoked', () => {
    expect([canMove('checkedIn', 'withdrawn'), canMove('checkedIn', 'revoked')]).toEqual([false, false]);
  });

  it('the groups cover every status, and what is live is counted', () => {
    const all = new Set([...waitingStatuses, ...countedStatuses, ...closedStatuses]);
    expect(all.size).toBe(filingStatuses.length);
    expect(liveStatuses.every((status) => countedStatuses.includes(status))).toBe(true);
  });
});
