import { describe, expect, it } from 'vitest';
import { amr, at, emergency, factsWith, ownVisit, policyWith } from '../facts.fixture.ts';
import { judgeSameMatterOnce } from './same-matter-once.ts';

const use = { matter: 'm-1', year: 2026, filingNo: '区应急局检备〔2026〕3号', agencyName: '区应急局', day: '2026-03-25' };

describe('same-matter-once', () => {
  it('same-matter-once: a matter inspected by anyone this year', () => {
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use] }))).toMatchObject({
      outcome: 'forbidden',
      facts: { 产品质量抽查: '3月25日，区应急局，区应急局检备〔2026〕3号' },
    });
  });

  it('same-matter-once: another matter or another year does not count', () => {
    expect(judgeSameMatterOnce(factsWith({ matterUses: [{ ...use, matter: 'm-2' }] })).outcome).toBe('allowed');
    expect(judgeSameMatterOnce(factsWith({ matterUses: [{ ...use, year: 2025 }] })).outcome).toBe('allowed');
  });

  it('same-matter-once: the year is that of the first local day', () => {
    const next = { start: at('2026-12-31 23:00'), end: at('2027-01-01 02:00') };
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use] }, next)).outcome).toBe('forbidden');
    const later = { start: at('2027-01-01 00:00'), end: at('2027-01-01 02:00') };
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use] }, later)).outcome).toBe('allowed');
  });

  it('same-matter-once: a recheck is not a second time', () => {
    const trigger = { type: 'recheck', reference: '责改1号' } as const;
    const policy = policyWith({ sameMatterOnceKinds: ['annual', 'special', 'case'] });
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use], policy }, { kind: 'case', trigger })).outcome).toBe('allowed');
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use], policy }, { kind: 'case' })).outcome).toBe('forbidden');
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use] }, { trigger })).outcome).toBe('forbidden');
  });

  it('same-matter-once: only for the kinds of the policy', () => {
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use] }, { kind: 'case' })).outcome).toBe('notApplicable');
    expect(judgeSameMatterOnce(factsWith({ matterUses: [use], policy: policyWith({ sameMatterOnceKinds: [] }) })).outcome).toBe(
      'notApplicable',
    );
  });

  it('same-matter-once: the same hours filed twice are refused for every kind', () => {
    const twin = ownVisit({ start: at('2026-11-24 11:29'), end: at('2026-11-24 12:00') });
    const after = ownVisit({ start: at('2026-11-24 11:30'), end: at('2026-11-24 12:00') });
    for (const kind of ['annual', 'special', 'directed', 'case'] as const) {
      expect(judgeSameMatterOnce(factsWith({ ownVisits: [twin] }, { kind }))).toMatchObject({
        outcome: 'forbidden',
        title: '同一次入企已经备案',
      });
      expect(judgeSameMatterOnce(factsWith({ ownVisits: [after] }, { kind })).outcome).not.toBe('forbidden');
    }
  });

  it('same-matter-once: another lead at the same hours is no twin', () => {
    const other = ownVisit({ leadAgency: emergency.code, start: at('2026-11-24 09:00'), end: at('2026-11-24 11:30') });
    expect(judgeSameMatterOnce(factsWith({ ownVisits: [other] })).outcome).toBe('allowed');
    expect(judgeSameMatterOnce(factsWith({ ownVisits: [{ ...other, leadAgency: amr.code }] })).outcome).toBe('forbidden');
  });
});
