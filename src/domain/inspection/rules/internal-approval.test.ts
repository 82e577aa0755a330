import { describe, expect, it } from 'vitest';
import { at, factsWith } from '../facts.fixture.ts';
import { judgeInternalApproval } from './internal-approval.ts';

const given = {
  state: 'given',
  by: '范桂丽',
  isResponsibleLeader: true,
  isFiler: false,
  isDeclared: false,
  at: at('2026-11-16 10:00'),
} as const;
const judgeWith = (changes: object) => judgeInternalApproval(factsWith({ approval: { ...given, ...changes } })).outcome;

describe('internal-approval', () => {
  it('internal-approval: by the responsible leader, up to now and no later', () => {
    expect(judgeWith({})).toBe('allowed');
    expect(judgeWith({ at: at('2026-11-16 10:01') })).toBe('forbidden');
  });

  it('internal-approval: not by the filer and not by anybody else', () => {
    expect(judgeWith({ isFiler: true })).toBe('forbidden');
    expect(judgeWith({ isResponsibleLeader: false })).toBe('forbidden');
  });

  it('internal-approval: missing refuses, pending waits', () => {
    expect(judgeInternalApproval(factsWith({ approval: { state: 'missing' } })).outcome).toBe('forbidden');
    expect(judgeInternalApproval(factsWith({ approval: { state: 'pending' } })).outcome).toBe('pending');
  });
});
