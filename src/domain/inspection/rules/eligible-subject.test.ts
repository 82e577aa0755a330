import { describe, expect, it } from 'vitest';
import { amr, emergency, factsWith, office } from '../facts.fixture.ts';
import { judgeEligibleSubject } from './eligible-subject.ts';

describe('eligible-subject', () => {
  it('eligible-subject: legal, authorised and delegated bodies may inspect', () => {
    for (const subjectKind of ['legal', 'authorised', 'delegated'] as const) {
      expect(judgeEligibleSubject(factsWith({ lead: { ...amr, subjectKind } })).outcome).toBe('allowed');
    }
    expect(judgeEligibleSubject(factsWith({ coAgencies: [emergency] })).outcome).toBe('allowed');
  });

  it('eligible-subject: the office never leads and never joins', () => {
    const leads = judgeEligibleSubject(factsWith({ lead: office, filingAgency: office.code }));
    expect(leads).toMatchObject({ outcome: 'forbidden', title: '参检单位不是检查主体', facts: { 区优化办: '不是检查主体' } });
    expect(leads.basis.instrument).toContain('国办发〔2024〕54号');
    const joins = judgeEligibleSubject(factsWith({ coAgencies: [emergency, office] }));
    expect(joins).toMatchObject({ outcome: 'forbidden', facts: { 区应急局: '法定主体', 区优化办: '不是检查主体' } });
  });

  it('eligible-subject: only the lead itself files', () => {
    const finding = judgeEligibleSubject(factsWith({ filingAgency: emergency.code, coAgencies: [emergency] }));
    expect(finding).toMatchObject({ outcome: 'forbidden', say: '这次检查由区市场监管局牵头，由牵头单位填报。' });
  });
});
