import { describe, expect, it } from 'vitest';
import { at, emergency, factsWith } from '../facts.fixture.ts';
import { judgeFrequencyCap } from './frequency-cap.ts';

const counted = (visits: number, year = 2026, agencyKind = 'amr') => ({ visitCounts: [{ agencyKind, year, visits }] });
const risky = { ...factsWith().enterprise, risk: 'D' as const };

describe('frequency-cap', () => {
  it('frequency-cap: the first visit of the year is lawful, the second is not', () => {
    expect(judgeFrequencyCap(factsWith(counted(0)))).toMatchObject({ outcome: 'allowed', title: '0 次，上限 1 次' });
    expect(judgeFrequencyCap(factsWith(counted(1)))).toMatchObject({ outcome: 'forbidden', title: '本年入企次数已到上限' });
  });

  it('frequency-cap: eight a year at high risk', () => {
    expect(judgeFrequencyCap(factsWith({ ...counted(7), enterprise: risky })).outcome).toBe('allowed');
    expect(judgeFrequencyCap(factsWith({ ...counted(8), enterprise: risky })).outcome).toBe('forbidden');
  });

  it('frequency-cap: with a reason it is held, with an empty one it is not', () => {
    expect(judgeFrequencyCap(factsWith(counted(1), { overCapReason: '整改不到位' })).outcome).toBe('held');
    expect(judgeFrequencyCap(factsWith(counted(1), { overCapReason: '  ' })).outcome).toBe('forbidden');
  });

  it('frequency-cap: counts the year of the visit and the agency’s own line', () => {
    expect(judgeFrequencyCap(factsWith(counted(9, 2025))).outcome).toBe('allowed');
    expect(judgeFrequencyCap(factsWith(counted(1, 2027), { start: at('2027-01-04 09:00'), end: at('2027-01-04 10:00') })).outcome).toBe(
      'forbidden',
    );
    expect(judgeFrequencyCap(factsWith(counted(9, 2026, 'emergency'))).outcome).toBe('allowed');
  });

  it('frequency-cap: each agency of a joint visit is counted', () => {
    const finding = judgeFrequencyCap(factsWith({ ...counted(1, 2026, 'emergency'), coAgencies: [emergency] }));
    expect(finding).toMatchObject({ outcome: 'forbidden', say: expect.stringContaining('区应急局') });
  });

  it('frequency-cap: only the kinds that the policy counts', () => {
    expect(judgeFrequencyCap(factsWith(counted(9), { kind: 'case' })).outcome).toBe('notApplicable');
  });
});
