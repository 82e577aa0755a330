import { describe, expect, it } from 'vitest';
import { entryWith, factsWith, inspectorWith, matterWith, policyWith } from '../facts.fixture.ts';
import { judgeDrawn } from './drawn.ts';

describe('drawn', () => {
  it('drawn: enterprise and inspectors come from the published draw', () => {
    expect(judgeDrawn(factsWith())).toMatchObject({ outcome: 'allowed', title: '示抽〔2026〕12号，第 5 位' });
  });

  it('drawn: an inspector who was not drawn', () => {
    const finding = judgeDrawn(factsWith({ inspectors: [inspectorWith('U1'), inspectorWith('U9')] }));
    expect(finding).toMatchObject({ outcome: 'forbidden', facts: { 不符合: '人员U9' } });
  });

  it('drawn: an enterprise that was not drawn, or no draw yet', () => {
    expect(judgeDrawn(factsWith({ draw: null }))).toMatchObject({ outcome: 'forbidden', title: '企业不在抽取结果中' });
    const undrawn = factsWith({ draw: null, planEntry: entryWith({ drawPublished: false }) });
    expect(judgeDrawn(undrawn)).toMatchObject({ outcome: 'forbidden', title: '还没有公布抽取结果' });
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
