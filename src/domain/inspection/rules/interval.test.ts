import { describe, expect, it } from 'vitest';
import { at, factsWith, ownVisit, policyWith } from '../facts.fixture.ts';
import { judgeInterval } from './interval.ts';

const policy = policyWith({ interval: { days: 30, kinds: ['annual', 'special'] } });
const own = (day: string) => ownVisit({ start: at(`${day} 09:00`), end: at(`${day} 11:30`) });

describe('interval', () => {
  it('interval: thirty days are enough, twenty-nine are not', () => {
    expect(judgeInterval(factsWith({ policy, ownVisits: [own('2026-10-25')] })).outcome).toBe('allowed');
    expect(judgeInterval(factsWith({ policy, ownVisits: [own('2026-10-26')] }))).toMatchObject({
      outcome: 'forbidden',
      facts: { 相距: '29 天', 间隔: '30 天' },
    });
  });

  it('interval: counts from the last day of the earlier visit', () => {
    const long = ownVisit({ start: at('2026-10-20 09:00'), end: at('2026-10-26 11:30') });
    expect(judgeInterval(factsWith({ policy, ownVisits: [long] })).outcome).toBe('forbidden');
  });

  it('interval: a visit already filed for later counts too', () => {
    expect(judgeInterval(factsWith({ policy, ownVisits: [own('2026-12-23')] })).outcome).toBe('forbidden');
    expect(judgeInterval(factsWith({ policy, ownVisits: [own('2026-12-24')] })).outcome).toBe('allowed');
  });

  it('interval: only visits of a participating line, and none at all is fine', () => {
    expect(judgeInterval(factsWith({ policy, ownVisits: [{ ...own('2026-11-20'), agencyKind: 'emergency' }] })).outcome).toBe('allowed');
    expect(judgeInterval(factsWith({ policy })).outcome).toBe('allowed');
  });

  it('interval: zero days or another kind is not concerned', () => {
    expect(judgeInterval(factsWith({ ownVisits: [own('2026-11-23')] })).outcome).toBe('notApplicable');
    expect(judgeInterval(factsWith({ policy, ownVisits: [own('2026-11-23')] }, { kind: 'case' })).outcome).toBe('notApplicable');
  });
});
