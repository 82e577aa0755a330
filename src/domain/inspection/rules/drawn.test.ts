import { describe, expect, it } from 'vitest';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import { amr, drawWith, emergency, entryWith, factsWith, inspectorWith, jointVisitWith, matterWith, policyWith } from '../facts.fixture.ts';
import type { DrawProgressFact } from '../facts.ts';
import { judgeDrawn } from './drawn.ts';

describe('drawn', () => {
  it('drawn: enterprise and inspectors come from the published draw', () => {
    expect(judgeDrawn(factsWith())).toMatchObject({ outcome: 'allowed', title: '示抽〔2026〕12号，第 5 位' });
  });

  it('drawn: an inspector who was not drawn', () => {
    const finding = judgeDrawn(factsWith({ inspectors: [inspectorWith('U1'), inspectorWith('U9')] }));
    expect(finding).toMatchObject({ outcome: 'forbidden', facts: { 不符合: '人员U9' } });
  });

  it('drawn: an enterprise that was not drawn', () => {
    expect(judgeDrawn(factsWith({ draw: null }))).toMatchObject({ outcome: 'forbidden', title: '企业不在抽取结果中' });
  });

  it('drawn: no draw yet, one under way with its state, a void one', () => {
    const planEntry = entryWith({ drawPublished: false });
    const against = (drawProgress: DrawProgressFact | null) => judgeDrawn(factsWith({ draw: null, planEntry, drawProgress }));
    const at = (status: DrawStatus, drawNo: string | null = '示抽〔2026〕13号') => against({ drawNo, status, replaced: null });
    expect(against(null)).toMatchObject({ outcome: 'forbidden', title: '还没有抽取', say: expect.stringContaining('准备名单') });
    expect(at('prepared', null)).toMatchObject({ outcome: 'forbidden', facts: { 抽取: '这次抽取，正在准备名单' } });
    for (const status of ['frozen', 'committed', 'revealed', 'drawn'] as const) {
      expect(at(status)).toMatchObject({
        outcome: 'forbidden',
        title: '抽取还没有公布',
        say: expect.stringMatching(/^示抽〔2026〕13号.*“抽取”/),
      });
    }
    expect(at('void')).toMatchObject({ outcome: 'forbidden', title: '抽取已作废', say: expect.stringContaining('重新抽取') });
  });

  it('drawn: an enterprise whose place the next in order took', () => {
    const replaced = { position: 5, reason: 'moved', day: '2026-11-12' } as const;
    const drawProgress = { drawNo: '示抽〔2026〕12号', status: 'published', replaced } as const;
    expect(judgeDrawn(factsWith({ draw: null, drawProgress }))).toMatchObject({
      outcome: 'forbidden',
      title: '企业已由下一顺位递补',
      say: expect.stringContaining('11月12日因“迁出”'),
    });
    expect(judgeDrawn(factsWith({ drawProgress })).outcome).toBe('allowed');
  });

  it('drawn: one outcome serves one filing', () => {
    const servedBy = '区市场监管局检备〔2026〕12号';
    const finding = judgeDrawn(factsWith({ draw: drawWith({ servedBy }) }));
    expect(finding).toMatchObject({ outcome: 'forbidden', title: '这次抽中已经备案', facts: { 已备案: servedBy } });
    expect(judgeDrawn(factsWith({ draw: drawWith({ servedBy: null }) })).outcome).toBe('allowed');
  });

  it('drawn: a result registered before the protocol is good, and said to be one', () => {
    expect(judgeDrawn(factsWith({ draw: drawWith({ registered: true }) }))).toMatchObject({
      outcome: 'allowed',
      say: expect.stringContaining('不能复算'),
      facts: { 来源: '登记的结果' },
    });
    expect(judgeDrawn(factsWith()).facts).not.toHaveProperty('来源');
  });

  it('drawn: a joint visit is carried out by officers of every outcome, at least one of each', () => {
    const ours = [inspectorWith('U1'), inspectorWith('U2')];
    const theirs = inspectorWith('E1', { agencyCode: emergency.code });
    const going = (...inspectors: typeof ours) =>
      judgeDrawn(factsWith({ jointVisit: jointVisitWith(), coAgencies: [emergency], inspectors }));
    expect(going(...ours, theirs)).toMatchObject({ outcome: 'allowed', facts: { 抽中人员: 'U1、U2、U3、E1、E2' } });
    expect(going(...ours)).toMatchObject({ outcome: 'forbidden', title: '有单位没有人员参加', facts: { 缺少: '区应急局' } });
    expect(going(...ours, inspectorWith('E9'))).toMatchObject({ outcome: 'forbidden', facts: { 不符合: '人员E9' } });
    const alone = factsWith({ jointVisit: jointVisitWith({ lead: emergency.code }), inspectors: [...ours, theirs] });
    expect(judgeDrawn(alone)).toMatchObject({ outcome: 'forbidden', facts: { 不符合: '人员E1' } });
    expect(judgeDrawn({ ...alone, lead: amr, inspectors: ours }).outcome).toBe('allowed');
  });

  it('drawn: full coverage stands in only when all matters are of a special field', () => {
    const special = matterWith('m-1', { specialField: true });
    const planEntry = entryWith({ fullCoverage: true, drawPublished: false });
    expect(judgeDrawn(factsWith({ draw: null, planEntry, matters: [special] })).outcome).toBe('allowed');
    expect(judgeDrawn(factsWith({ draw: null, planEntry, matters: [special, matterWith('m-2')] })).outcome).toBe('forbidden');
    expect(judgeDrawn(factsWith({ draw: null, matters: [special] })).outcome).toBe('forbidden');
  });

  it('drawn: without an entry it is left to the rule on the plan, where that applies', () => {
    expect(judgeDrawn(factsWith({ planEntry: null, draw: null }))).toMatchObject({
      outcome: 'notApplicable',
      title: '未指明计划项，无从核对',
    });
    expect(judgeDrawn(factsWith({ planEntry: null, draw: null, policy: policyWith({ plannedKinds: [] }) })).outcome).toBe('forbidden');
  });

  it('drawn: only for the kinds of the policy', () => {
    expect(judgeDrawn(factsWith({ draw: null }, { kind: 'case' })).outcome).toBe('notApplicable');
    expect(judgeDrawn(factsWith({ draw: null, policy: policyWith({ drawnKinds: ['special'] }) })).outcome).toBe('notApplicable');
  });
});
