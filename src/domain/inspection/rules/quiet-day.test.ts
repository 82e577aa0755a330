import { describe, expect, it } from 'vitest';
import type { PolicyValues } from '#domain/law/policy.ts';
import { at, basisOf, factsWith, matterWith, policyWith } from '../facts.fixture.ts';
import type { Visit } from '../facts.ts';
import type { ExemptionCode } from '../kinds.ts';
import { judgeQuietDay } from './quiet-day.ts';

const quiet: Partial<Visit> = { start: at('2026-12-10 09:00'), end: at('2026-12-10 11:30') };
const between = (start: string, end: string) => judgeQuietDay(factsWith({}, { start: at(start), end: at(end) })).outcome;
const withQuietDays = (changes: Partial<PolicyValues['quietDays']>) =>
  policyWith({ quietDays: { ...policyWith().values.quietDays.value, ...changes } });
const claim = (code: ExemptionCode, evidence: string) => ({ ...quiet, exemption: { code, evidence, reason: '确需入企' } });

describe('quiet-day', () => {
  it('quiet-day: the 20th is quiet to its last minute, the 21st open from its first', () => {
    expect(between('2026-12-20 23:00', '2026-12-20 23:59')).toBe('forbidden');
    expect(between('2026-12-20 23:00', '2026-12-21 00:00')).toBe('forbidden');
    expect(between('2026-12-21 00:00', '2026-12-21 01:00')).toBe('allowed');
  });

  it('quiet-day: the last day of the month is open up to midnight and no further', () => {
    expect(between('2026-11-30 22:00', '2026-12-01 00:00')).toBe('allowed');
    expect(between('2026-11-30 22:00', '2026-12-01 00:01')).toBe('forbidden');
  });

  it('quiet-day: a visit across the 20th and 21st is refused, with its facts and source', () => {
    const facts = factsWith({}, { start: at('2026-12-20 09:00'), end: at('2026-12-21 17:00') });
    expect(judgeQuietDay(facts)).toMatchObject({
      outcome: 'forbidden',
      title: '所选日期是宁静日',
      say: '12月20日在每月 1—20 日内，年度抽查不得在宁静日入企。',
      facts: { 检查类型: '年度抽查', 宁静日: '每月 1—20 日' },
      basis: basisOf('quietDays'),
    });
  });

  it('quiet-day: holidays do not lengthen the period', () => {
    expect(between('2026-02-21 09:00', '2026-02-21 10:00')).toBe('allowed');
  });

  it('quiet-day: only the kinds of the policy, and nobody where there are no quiet days', () => {
    expect(judgeQuietDay(factsWith({}, { ...quiet, kind: 'special' })).outcome).toBe('forbidden');
    expect(judgeQuietDay(factsWith({}, { ...quiet, kind: 'case' })).outcome).toBe('notApplicable');
    expect(judgeQuietDay(factsWith({ policy: withQuietDays({ recurrences: [] }) }, quiet)).outcome).toBe('notApplicable');
  });

  it('quiet-day: the enterprises of the policy', () => {
    const key = { ...factsWith().enterprise, keyEnterprise: true };
    const park = { ...factsWith().enterprise, inPark: true };
    const outcome = (enterprises: 'key' | 'park', enterprise = factsWith().enterprise) =>
      judgeQuietDay(factsWith({ policy: withQuietDays({ enterprises }), enterprise }, quiet)).outcome;
    expect([outcome('key'), outcome('key', key), outcome('park', key), outcome('park', park)]).toEqual([
      'notApplicable',
      'forbidden',
      'notApplicable',
      'forbidden',
    ]);
  });

  it('quiet-day: special fields are exempt without being held, claimed or not', () => {
    const matters = [matterWith('m-1', { specialField: true })];
    expect(judgeQuietDay(factsWith({ matters }, quiet)).outcome).toBe('exempt');
    expect(judgeQuietDay(factsWith({ matters }, claim('specialIndustry', ''))).outcome).toBe('exempt');
    expect(judgeQuietDay(factsWith({ matters, policy: withQuietDays({ exemptions: [] }) }, quiet)).outcome).toBe('forbidden');
  });

  it('quiet-day: one ordinary matter among special ones is enough to bar', () => {
    const matters = [matterWith('m-1', { specialField: true }), matterWith('m-2')];
    expect(judgeQuietDay(factsWith({ matters }, quiet)).outcome).toBe('forbidden');
    expect(judgeQuietDay(factsWith({ matters }, claim('specialIndustry', '有')))).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('事项不全是特殊行业、重点领域'),
    });
  });

  it('quiet-day: a granted exemption with its evidence is held for the office', () => {
    expect(judgeQuietDay(factsWith({}, claim('complaint', '举〔2026〕31号')))).toMatchObject({
      outcome: 'held',
      facts: { 例外情形: '投诉举报', 证明: '举〔2026〕31号' },
    });
  });

  it('quiet-day: an exemption that is not granted, or without its evidence, says what is missing', () => {
    expect(judgeQuietDay(factsWith({}, claim('complaint', ' ')))).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('举报编号'),
    });
    expect(judgeQuietDay(factsWith({}, claim('taxRisk', '任务1')))).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('没有列入“涉税风险”'),
    });
  });

  it('quiet-day: other recurrences, by weekday and from the end of the month', () => {
    const weekdays = withQuietDays({ recurrences: [{ type: 'weekdays', days: [1, 2, 3, 4] }] });
    expect(judgeQuietDay(factsWith({ policy: weekdays })).outcome).toBe('forbidden');
    const monthEnd = withQuietDays({ recurrences: [{ type: 'monthDays', from: -3, to: -1 }] });
    expect(judgeQuietDay(factsWith({ policy: monthEnd })).outcome).toBe('allowed');
    expect(judgeQuietDay(factsWith({ policy: monthEnd }, { start: at('2026-11-28 09:00'), end: at('2026-11-28 10:00') })).outcome).toBe(
      'forbidden',
    );
  });
});
