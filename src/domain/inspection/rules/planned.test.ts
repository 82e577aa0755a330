import { describe, expect, it } from 'vitest';
import { at, basisOf, emergency, entryWith, factsWith, jointVisitWith, matterWith, policyWith } from '../facts.fixture.ts';
import { judgePlanned } from './planned.ts';

const judgeWith = (changes: Parameters<typeof entryWith>[0]) => judgePlanned(factsWith({ planEntry: entryWith(changes) }));

describe('planned', () => {
  it('planned: a fitting entry with places left', () => {
    expect(judgePlanned(factsWith())).toMatchObject({ outcome: 'allowed', title: '2026-0118，余 5 家', basis: basisOf('plannedKinds') });
  });

  it('planned: no entry named, and one that the plan in force does not know', () => {
    expect(judgePlanned(factsWith({ planEntry: null }, { planEntry: null }))).toMatchObject({
      outcome: 'forbidden',
      title: '没有指明计划项',
    });
    expect(judgePlanned(factsWith({ planEntry: null }, { planEntry: '2026-9999' }))).toMatchObject({
      outcome: 'forbidden',
      title: '现行计划中没有 2026-9999',
    });
  });

  it('planned: only for the kinds of the policy', () => {
    expect(judgePlanned(factsWith({ planEntry: null }, { kind: 'case' })).outcome).toBe('notApplicable');
    const policy = policyWith({ plannedKinds: ['annual', 'special', 'directed'] });
    expect(judgePlanned(factsWith({ planEntry: null, policy }, { kind: 'directed' })).outcome).toBe('forbidden');
  });

  it('planned: the last place is enough, none is not', () => {
    expect(judgeWith({ quota: 12, used: 11 }).outcome).toBe('allowed');
    expect(judgeWith({ quota: 12, used: 12 })).toMatchObject({ outcome: 'forbidden', say: '计划 12 家已经用完。' });
  });

  it('planned: every day lies in the period, both ends included', () => {
    expect(judgeWith({ fromDay: '2026-11-24', toDay: '2026-11-24' }).outcome).toBe('allowed');
    expect(judgeWith({ fromDay: '2026-11-25' }).outcome).toBe('forbidden');
    expect(judgeWith({ toDay: '2026-11-23' }).outcome).toBe('forbidden');
    const overnight = factsWith({ planEntry: entryWith({ toDay: '2026-11-24' }) }, { end: at('2026-11-25 00:01') });
    expect(judgePlanned(overnight).outcome).toBe('forbidden');
  });

  it('planned: the plan of the year of the first local day', () => {
    const visit = { start: at('2026-12-31 09:00'), end: at('2027-01-01 11:00') };
    const entry = entryWith({ toDay: '2027-01-31' });
    expect(judgePlanned(factsWith({ planEntry: entry }, visit)).outcome).toBe('allowed');
    expect(judgePlanned(factsWith({ planEntry: { ...entry, planYear: 2027 } }, visit)).outcome).toBe('forbidden');
  });

  it('planned: a month that is used up or not planned is lawful and said', () => {
    const november = { month: 11, quota: 2, used: 1 };
    const others = { month: 9, quota: 5, used: 0 };
    expect(judgeWith({ months: [others, november] }).facts).not.toHaveProperty('月份');
    const full = judgeWith({ months: [others, { ...november, used: 2 }] });
    expect(full).toMatchObject({ outcome: 'allowed', facts: { 月份: '11 月计划的 2 家已经用完，这次用其他月份的名额' } });
    expect(full.say).toContain('11 月计划的 2 家已经用完');
    expect(judgeWith({ months: [{ ...november, quota: 0, used: 0 }] }).facts).toMatchObject({
      月份: '11 月没有分到名额，这次用其他月份的',
    });
    expect(judgeWith({ months: [others] })).toMatchObject({ outcome: 'allowed', facts: { 月份: '计划的月份是 9 月，这次在 11 月' } });
  });

  it('planned: agency, matters and kind are those of the entry', () => {
    expect(judgeWith({ agencies: [emergency.code] })).toMatchObject({ outcome: 'forbidden', say: '区市场监管局不在这个计划项的单位内。' });
    expect(judgeWith({ kind: 'special' }).outcome).toBe('forbidden');
    const matters = [matterWith('m-1'), matterWith('m-2', { name: '甲' })];
    expect(judgePlanned(factsWith({ matters }))).toMatchObject({ outcome: 'forbidden', say: '甲不在这个计划项的事项内。' });
  });

  it('planned: the lead of a joint visit uses every joined entry, within the period and the places of each', () => {
    const joined = (change: Parameters<typeof entryWith>[0] = {}, lead?: string) => {
      const visit = jointVisitWith(lead === undefined ? {} : { lead });
      const parts = visit.parts.map((part, index) => (index === 0 ? part : { ...part, entry: { ...part.entry, ...change } }));
      const matters = [matterWith('m-1'), matterWith('e-1')];
      return judgePlanned(factsWith({ jointVisit: { ...visit, parts }, coAgencies: [emergency], matters }));
    };
    expect(joined()).toMatchObject({ outcome: 'allowed', facts: { 并入: '2026-0093，余 2 家' } });
    expect(joined({ used: 3 })).toMatchObject({ outcome: 'forbidden', facts: { 不符合: '并入的计划项 2026-0093 3 家已经用完' } });
    expect(joined({ toDay: '2026-11-24' }).outcome).toBe('allowed');
    expect(joined({ toDay: '2026-11-23' }).outcome).toBe('forbidden');
    expect(joined({}, emergency.code)).toMatchObject({
      outcome: 'forbidden',
      facts: { 不符合: expect.stringContaining('区应急局不在这个计划项的单位内') },
    });
  });

  it('planned: the lead of a joint visit names its own entry', () => {
    const [ours, theirs] = jointVisitWith().parts;
    const facts = factsWith({ jointVisit: jointVisitWith(), coAgencies: [emergency], planEntry: theirs?.entry ?? null });
    expect(judgePlanned(facts)).toMatchObject({ outcome: 'forbidden', say: expect.stringContaining('牵头单位自己的计划项') });
    expect(judgePlanned({ ...facts, planEntry: ours?.entry ?? null }).outcome).toBe('allowed');
  });
});
