import { describe, expect, it } from 'vitest';
import { amr, at, basisOf, emergency, factsWith, jointVisitWith, otherFiling, policyWith } from '../facts.fixture.ts';
import type { OtherVisitFact, Visit } from '../facts.ts';
import { judgeJoint } from './joint.ts';

const against = (other: OtherVisitFact, visit: Partial<Visit> = {}) => judgeJoint(factsWith({ otherVisits: [other] }, visit));
const filingOn = (day: string) => otherFiling({ start: at(`${day} 09:00`), end: at(`${day} 11:30`) });
const dueEntry = (fromDay: string, toDay: string): OtherVisitFact => ({
  type: 'dueEntry',
  entryNo: '2026-0093',
  agencies: [emergency.code],
  agencyName: '区应急局',
  title: '安全生产综合检查',
  fromDay,
  toDay,
});

describe('joint', () => {
  it('joint: thirty days before or after lie within the window, thirty-one do not', () => {
    expect(against(filingOn('2026-12-24')).outcome).toBe('forbidden');
    expect(against(filingOn('2026-12-25')).outcome).toBe('allowed');
    const late = (day: string) => ({ start: at(`${day} 09:00`), end: at(`${day} 11:00`) });
    expect(against(filingOn('2026-11-20'), late('2026-12-20')).outcome).toBe('forbidden');
    expect(against(filingOn('2026-11-20'), late('2026-12-21')).outcome).toBe('allowed');
  });

  it('joint: names the other filing, its time and the source', () => {
    expect(against(otherFiling())).toMatchObject({
      title: '区应急局 30 日内已备案同一家企业',
      facts: { '区应急局　区应急局检备〔2026〕87号': '11月26日 09:00—11:30，安全生产综合检查', 联合窗口: '30 日' },
      basis: basisOf('joint'),
    });
  });

  it('joint: only for the kinds of the policy', () => {
    expect(against(otherFiling(), { kind: 'directed' }).outcome).toBe('forbidden');
    expect(against(otherFiling(), { kind: 'case' }).outcome).toBe('notApplicable');
  });

  it('joint: a due entry is discharged when its agencies take part, a filing stands until it is given up', () => {
    const facts = factsWith({ otherVisits: [dueEntry('2026-11-21', '2026-12-31')], coAgencies: [emergency] });
    expect(judgeJoint(facts).outcome).toBe('allowed');
    expect(judgeJoint({ ...facts, coAgencies: [] }).outcome).toBe('forbidden');
    expect(judgeJoint({ ...facts, otherVisits: [otherFiling()] }).outcome).toBe('forbidden');
    expect(against(otherFiling({ agencies: [emergency.code, amr.code] })).outcome).toBe('forbidden');
  });

  it('joint: a filing whose window is over no longer counts', () => {
    expect(against(otherFiling({ start: at('2026-11-16 08:00'), end: at('2026-11-16 10:00') })).outcome).toBe('allowed');
    expect(against(otherFiling({ start: at('2026-11-16 08:00'), end: at('2026-11-16 10:01') })).outcome).toBe('forbidden');
  });

  it('joint: a due entry counts while its period touches the window and is not over', () => {
    expect(against(dueEntry('2026-12-24', '2026-12-31')).outcome).toBe('forbidden');
    expect(against(dueEntry('2026-12-25', '2026-12-31')).outcome).toBe('allowed');
    expect(against(dueEntry('2026-10-01', '2026-11-16')).outcome).toBe('forbidden');
    expect(against(dueEntry('2026-10-01', '2026-11-15')).outcome).toBe('allowed');
  });

  it('joint: another site has to be claimed, named, really another, and goes to the office', () => {
    const separate = { ground: 'otherSite', reason: '分厂' } as const;
    expect(against(otherFiling({ site: '一厂' }), { site: '二厂' }).outcome).toBe('forbidden');
    expect(against(otherFiling(), { separate, site: '二厂' }).outcome).toBe('held');
    expect(against(otherFiling(), { separate: { ...separate, reason: ' ' }, site: '二厂' }).outcome).toBe('forbidden');
    expect(against(otherFiling(), { separate }).outcome).toBe('forbidden');
    expect(against(otherFiling(), { separate, site: '示例路1 号' }).outcome).toBe('forbidden');
    expect(against(otherFiling({ site: '二厂' }), { separate, site: ' 二 厂' }).outcome).toBe('forbidden');
  });

  it('joint: secrecy and legal deadline go to the office, with a reason', () => {
    for (const ground of ['secrecy', 'legalDeadline'] as const) {
      expect(against(otherFiling(), { separate: { ground, reason: '理由' } }).outcome).toBe('held');
      expect(against(otherFiling(), { separate: { ground, reason: ' ' } }).outcome).toBe('forbidden');
    }
  });

  it('joint: the window is the policy’s', () => {
    const policy = policyWith({ joint: { windowDays: 1, kinds: ['annual'] } });
    expect(judgeJoint(factsWith({ policy, otherVisits: [filingOn('2026-11-25')] })).outcome).toBe('forbidden');
    expect(judgeJoint(factsWith({ policy, otherVisits: [filingOn('2026-11-26')] })).outcome).toBe('allowed');
  });

  it('joint: an outcome that was joined is filed by the lead, with every agency', () => {
    const led = factsWith({ jointVisit: jointVisitWith() });
    expect(judgeJoint({ ...led, coAgencies: [emergency] })).toMatchObject({ outcome: 'allowed', title: '各单位同次入企' });
    expect(judgeJoint(led)).toMatchObject({ outcome: 'forbidden', title: '联合检查的单位不全', facts: { 缺少: '区应急局' } });
    const other = factsWith({ jointVisit: jointVisitWith({ lead: emergency.code, leadName: emergency.shortName }) });
    const title = '已并入区应急局牵头的联合检查';
    expect(judgeJoint(other)).toMatchObject({ outcome: 'forbidden', title, facts: { 可入企时间: '11月1日—11月30日' } });
    const apart = { ...other, visit: { ...other.visit, separate: { ground: 'secrecy', reason: '理由' } as const } };
    expect(judgeJoint(apart).outcome).toBe('forbidden');
    expect(judgeJoint({ ...other, visit: { ...other.visit, kind: 'case' } }).outcome).toBe('notApplicable');
    expect(judgeJoint({ ...other, policy: policyWith({ joint: { windowDays: 30, kinds: [] } }) }).outcome).toBe('forbidden');
  });
});
