import { describe, expect, it } from 'vitest';
import { factsWith, policyWith } from '../facts.fixture.ts';
import { judgeTerritoryNotice } from './territory-notice.ts';

const base = factsWith().enterprise;
const outcome = (scope: 'key' | 'park' | 'all' | 'none', changes: Partial<typeof base> = {}) =>
  judgeTerritoryNotice(factsWith({ policy: policyWith({ territoryNotice: scope }), enterprise: { ...base, ...changes } })).outcome;

describe('territory-notice', () => {
  it('territory-notice: a duty for the enterprises of the policy, never a refusal', () => {
    expect([outcome('key', { keyEnterprise: true }), outcome('key', { inPark: true })]).toEqual(['duty', 'notApplicable']);
    expect([outcome('park', { inPark: true }), outcome('park', { keyEnterprise: true })]).toEqual(['duty', 'notApplicable']);
    expect([outcome('all'), outcome('none', { keyEnterprise: true, inPark: true })]).toEqual(['duty', 'notApplicable']);
  });

  it('territory-notice: an opened case stays sealed, other cases do not', () => {
    const policy = policyWith({ territoryNotice: 'all' });
    const judgeCase = (type: 'openedCase' | 'tipOff', kind: 'case' | 'annual' = 'case') =>
      judgeTerritoryNotice(factsWith({ policy }, { kind, trigger: { type, reference: '1' } })).outcome;
    expect([judgeCase('openedCase'), judgeCase('tipOff'), judgeCase('openedCase', 'annual')]).toEqual(['notApplicable', 'duty', 'duty']);
  });
});
