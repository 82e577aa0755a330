import { describe, expect, it } from 'vitest';
import { at, basisOf, factsWith, policyWith } from '../facts.fixture.ts';
import { judgeFiledBefore } from './filed-before.ts';

const judgeWith = (lead: number, start: string) =>
  judgeFiledBefore(factsWith({ policy: policyWith({ filingLeadWorkingDays: lead }) }, { start: at(start), end: at('2026-12-31 23:00') }));

describe('filed-before', () => {
  it('filed-before: a visit that starts now is too late, a minute later is in time', () => {
    expect(judgeWith(0, '2026-11-16 10:00')).toMatchObject({
      outcome: 'forbidden',
      title: '开始时间已过',
      basis: basisOf('filingLeadWorkingDays'),
    });
    expect(judgeWith(0, '2026-11-16 10:01')).toMatchObject({ outcome: 'allowed', title: '提前 1 分' });
    expect(judgeWith(0, '2026-11-15 10:00').outcome).toBe('forbidden');
  });

  it('filed-before: three working days after Monday the 16th is Thursday the 19th', () => {
    expect(judgeWith(3, '2026-11-18 23:59')).toMatchObject({ outcome: 'forbidden', say: '须在入企前 3 个工作日备案，最早可选11月19日。' });
    expect(judgeWith(3, '2026-11-19 00:00').outcome).toBe('allowed');
  });

  it('filed-before: the lead passes over a weekend', () => {
    expect(judgeWith(5, '2026-11-22 09:00').outcome).toBe('forbidden');
    expect(judgeWith(5, '2026-11-23 09:00').outcome).toBe('allowed');
  });

  it('filed-before: says so where the year has no notice yet', () => {
    const facts = factsWith(
      { now: at('2026-12-30 10:00'), policy: policyWith({ filingLeadWorkingDays: 3 }) },
      { start: at('2027-01-04 09:00'), end: at('2027-01-04 10:00') },
    );
    expect(judgeFiledBefore(facts).say).toContain('未公布');
  });

  it('filed-before: the end comes after the start', () => {
    const outcome = (end: string) => judgeFiledBefore(factsWith({}, { end: at(end) })).outcome;
    expect([outcome('2026-11-24 09:00'), outcome('2026-11-24 09:01'), outcome('2026-11-23 09:00')]).toEqual([
      'forbidden',
      'allowed',
      'forbidden',
    ]);
  });
});
