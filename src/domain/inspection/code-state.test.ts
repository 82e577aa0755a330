import { describe, expect, it } from 'vitest';
import { codeStates, computeCodeState, isShownInFull } from './code-state.ts';
import { at } from './facts.fixture.ts';
import { filingStatuses } from './lifecycle.ts';

const window = { start: at('2026-09-22 09:00'), end: at('2026-09-22 11:30') };
const before = at('2026-09-22 08:59');
const during = at('2026-09-22 09:00');
const after = at('2026-09-22 11:30');

describe('state of a public code', () => {
  it('is genuine from the start until just before the end', () => {
    expect([before, during, new Date(window.end.getTime() - 1), after].map((now) => computeCodeState('filed', window, now))).toEqual([
      'notYet',
      'genuine',
      'genuine',
      'expired',
    ]);
    expect(computeCodeState('checkedIn', window, after)).toBe('expired');
    expect(computeCodeState('filedWithCondition', window, during)).toBe('genuine');
  });

  it('ends when the inspectors leave', () => {
    expect([during, after].map((now) => computeCodeState('left', window, now))).toEqual(['ended', 'expired']);
  });

  it('says revoked and withdrawn at any time', () => {
    expect([before, during, after].map((now) => computeCodeState('revoked', window, now))).toEqual(['revoked', 'revoked', 'revoked']);
    expect(computeCodeState('withdrawn', window, during)).toBe('withdrawn');
  });

  it('knows nothing before the filing', () => {
    expect((['submitted', 'held', 'returned'] as const).map((status) => computeCodeState(status, window, during))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('answers every status, and shows people only while genuine or to come', () => {
    expect(filingStatuses.every((status) => codeStates.includes(computeCodeState(status, window, during)))).toBe(true);
    expect(codeStates.filter(isShownInFull)).toEqual(['genuine', 'notYet']);
  });
});
