import { describe, expect, it } from 'vitest';
import { factsWith } from '../facts.fixture.ts';
import type { InspectionKind, TriggerType } from '../kinds.ts';
import { triggerTypes } from '../kinds.ts';
import { judgeTrigger } from './trigger.ts';

const judgeWith = (kind: InspectionKind, type: TriggerType, reference = '号1') =>
  judgeTrigger(factsWith({}, { kind, trigger: { type, reference } })).outcome;

describe('trigger', () => {
  it('trigger: planned kinds need none', () => {
    expect(judgeTrigger(factsWith()).outcome).toBe('notApplicable');
    expect(judgeTrigger(factsWith({}, { kind: 'special' })).outcome).toBe('notApplicable');
  });

  it('trigger: directed takes the superior and nothing else', () => {
    expect(triggerTypes.filter((type) => judgeWith('directed', type) === 'allowed')).toEqual(['superior']);
  });

  it('trigger: case takes everything but the superior', () => {
    expect(triggerTypes.filter((type) => judgeWith('case', type) === 'forbidden')).toEqual(['superior']);
  });

  it('trigger: missing or without a number', () => {
    expect(judgeTrigger(factsWith({}, { kind: 'case' }))).toMatchObject({ outcome: 'forbidden', title: '没有写明检查缘由' });
    expect([judgeWith('case', 'tipOff', ' '), judgeWith('directed', 'superior', '')]).toEqual(['forbidden', 'forbidden']);
    expect(judgeWith('case', 'tipOff', '1')).toBe('allowed');
  });
});
