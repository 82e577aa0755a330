import { describe, expect, it } from 'vitest';
import { at, basisOf, emergency, factsWith, inspectorWith, matterWith, policyWith } from '../facts.fixture.ts';
import { judgeTwoOfficers } from './two-officers.ts';

const second = (changes: Parameters<typeof inspectorWith>[1]) =>
  judgeTwoOfficers(factsWith({ inspectors: [inspectorWith('U1'), inspectorWith('U2', changes)] }));

describe('two-officers', () => {
  it('two-officers: two are enough, one is not', () => {
    expect(judgeTwoOfficers(factsWith())).toMatchObject({ outcome: 'allowed', title: '2 人，证件有效，无回避' });
    const alone = judgeTwoOfficers(factsWith({ inspectors: [inspectorWith('U1')] }));
    expect(alone).toMatchObject({ outcome: 'forbidden', title: '执法人员不足 2 名' });
    expect(alone.basis).toEqual({ instrument: '中华人民共和国行政处罚法', locator: '第四十二条、第四十三条、第五十五条' });
  });

  it('two-officers: the same credential twice is one person', () => {
    expect(judgeTwoOfficers(factsWith({ inspectors: [inspectorWith('U1'), inspectorWith('U1')] })).outcome).toBe('forbidden');
  });

  it('two-officers: the policy may ask for more, never for fewer', () => {
    const withMinimum = (minimumInspectors: number, count: number) =>
      judgeTwoOfficers(
        factsWith({
          policy: policyWith({ minimumInspectors }),
          inspectors: ['U1', 'U2', 'U3'].slice(0, count).map((no) => inspectorWith(no)),
        }),
      );
    expect([withMinimum(1, 1).outcome, withMinimum(1, 2).outcome]).toEqual(['forbidden', 'allowed']);
    expect([withMinimum(3, 2).outcome, withMinimum(3, 3).outcome]).toEqual(['forbidden', 'allowed']);
    expect(withMinimum(3, 2).basis).toEqual(basisOf('minimumInspectors'));
  });

  it('two-officers: the credential is valid on the first and on the last day, both included', () => {
    expect(second({ validFrom: '2026-11-24', validTo: '2026-11-24' }).outcome).toBe('allowed');
    expect(second({ validFrom: '2026-11-25' }).outcome).toBe('forbidden');
    expect(second({ validTo: '2026-11-23' })).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('人员U2执法证 2026-11-23 到期'),
      facts: { '人员U2（U2）': '执法证 2026-11-23 到期' },
    });
    const twoDays = factsWith(
      { inspectors: [inspectorWith('U1'), inspectorWith('U2', { validTo: '2026-11-24' })] },
      { end: at('2026-11-25 09:00') },
    );
    expect(judgeTwoOfficers(twoDays).outcome).toBe('forbidden');
  });

  it('two-officers: no credential, another agency, another range, a recusal, an unknown number', () => {
    expect(second({ credentialKind: 'none' }).outcome).toBe('forbidden');
    expect(second({ agencyCode: emergency.code }).outcome).toBe('forbidden');
    expect(second({ groups: ['amr-food'] }).outcome).toBe('forbidden');
    expect(second({ recused: true }).outcome).toBe('forbidden');
    expect(judgeTwoOfficers(factsWith({ inspectors: [inspectorWith('U1'), { credentialNo: 'X', register: null }] }))).toMatchObject({
      outcome: 'forbidden',
      facts: { X: '不在执法人员库' },
    });
  });

  it('two-officers: a third who is unfit is refused although two are fit', () => {
    const inspectors = [inspectorWith('U1'), inspectorWith('U2'), inspectorWith('U3', { recused: true })];
    expect(judgeTwoOfficers(factsWith({ inspectors }))).toMatchObject({ outcome: 'forbidden', title: '人员U3须回避这家企业' });
  });

  it('two-officers: every matter lies in somebody’s range', () => {
    const matters = [matterWith('m-1'), matterWith('m-2', { name: '食品检查', group: 'amr-food' })];
    expect(judgeTwoOfficers(factsWith({ matters }))).toMatchObject({ outcome: 'forbidden', title: '没有人可以检查食品检查' });
    const inspectors = [inspectorWith('U1'), inspectorWith('U2', { groups: ['amr-food'] })];
    expect(judgeTwoOfficers(factsWith({ matters, inspectors })).outcome).toBe('allowed');
  });

  it('two-officers: each participating agency sends at least one', () => {
    const matters = [matterWith('m-1'), matterWith('m-2', { agencyKind: 'emergency', group: 'safety' })];
    const safety = inspectorWith('E1', { agencyCode: emergency.code, groups: ['safety'] });
    const joint = { coAgencies: [emergency], matters };
    const both = [inspectorWith('U1', { groups: ['amr-quality', 'safety'] }), inspectorWith('U2')];
    expect(judgeTwoOfficers(factsWith({ ...joint, inspectors: both }))).toMatchObject({
      outcome: 'forbidden',
      title: '区应急局没有符合条件的执法人员',
    });
    expect(judgeTwoOfficers(factsWith({ ...joint, inspectors: [inspectorWith('U1'), safety] })).outcome).toBe('allowed');
  });
});
