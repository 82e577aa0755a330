import { describe, expect, it } from 'vitest';
import {
  computeJointCount,
  type DeclaredState,
  findLoneJoints,
  foldSteps,
  type ReviewAction,
  type ReviewStep,
  type StepChange,
} from './review-step.ts';

const declared: DeclaredState = { id: 'a', count: 10, months: [3, 4], form: 'onsite', sentAt: 100 };
const open = { outcome: 'unreviewed', count: 10, months: [3, 4], form: 'onsite', reason: '', jointId: null };
let taken = 0;
function step(action: ReviewAction, change: StepChange = {}, lineIds: readonly string[] = ['a'], takenAt = 200): ReviewStep {
  taken += 1;
  return { id: `${action}${taken}`, action, lineIds, change, takenAt };
}
const folded = (...steps: ReviewStep[]) => foldSteps(declared, steps, findLoneJoints(steps));

describe('foldSteps', () => {
  it('without a step the line is as declared', () => {
    expect(folded()).toEqual(open);
    expect(folded(step('drop', { reason: '重复' }, ['b']))).toEqual(open);
  });

  it('what one step sets, the next keeps', () => {
    expect(folded(step('trim', { count: 4 }), step('move', { months: [9] }), step('offsite', { form: 'remote' }), step('keep'))).toEqual({
      ...open,
      outcome: 'kept',
      count: 4,
      months: [9],
      form: 'remote',
    });
  });

  it('a dropped line that is kept after all has the count it had', () => {
    expect(folded(step('trim', { count: 4 }), step('drop', { reason: '重复' }), step('keep'))).toMatchObject({
      outcome: 'kept',
      count: 4,
      reason: '',
    });
  });

  it('reopen forgets everything before', () => {
    expect(folded(step('trim', { count: 4 }), step('reopen'))).toEqual(open);
  });

  it('a return holds until the declaration is sent again; then the line is open as declared anew', () => {
    const back = step('return', { reason: '缺对象' }, ['a'], 200);
    expect(folded(step('trim', { count: 4 }), back)).toEqual({ ...open, outcome: 'returned', reason: '缺对象' });
    expect(foldSteps({ ...declared, count: 12, sentAt: 200 }, [back])).toMatchObject({ outcome: 'returned' });
    expect(foldSteps({ ...declared, count: 12, sentAt: 201 }, [back])).toEqual({ ...open, count: 12 });
    expect(foldSteps({ ...declared, sentAt: 201 }, [back, step('keep', {}, ['a'], 300)])).toMatchObject({ outcome: 'kept' });
  });
});

describe('findLoneJoints', () => {
  const merge = (...lineIds: string[]) => step('merge', { months: [9], form: 'onsite' }, lineIds);

  it('two lines are a joint, one is none', () => {
    const [joint, drop] = [merge('a', 'b'), step('drop', { reason: '重复' }, ['b'])];
    expect([...findLoneJoints([joint])]).toEqual([]);
    expect([...findLoneJoints([joint, drop])]).toEqual([joint.id]);
    expect(folded(joint)).toMatchObject({ outcome: 'merged', jointId: joint.id, months: [9] });
    expect(folded(joint, drop)).toEqual(open);
  });

  it('a merge that no longer counts leaves its lines in the earlier one', () => {
    const [first, second] = [merge('a', 'b'), merge('b', 'c')];
    expect([...findLoneJoints([first, second])]).toEqual([first.id]);
    expect([...findLoneJoints([first, second, step('keep', {}, ['c'])])]).toEqual([second.id]);
    expect(folded(first, second, step('keep', {}, ['c']))).toMatchObject({ jointId: first.id });
  });

  it('three lines may lose one', () => {
    expect([...findLoneJoints([merge('a', 'b', 'c'), step('keep', {}, ['c'])])]).toEqual([]);
  });
});

describe('computeJointCount', () => {
  it.each([
    [38, [36, 12, 4], 38],
    [35, [36, 12, 4], 36],
    [36, [36, 12, 4], 36],
    [52, [36, 12, 4], 52],
    [53, [36, 12, 4], 52],
    [38, [12, 4], 16],
    [5, [0, 0], 0],
  ])('decided %i of %j: %i', (decided, counts, count) => {
    expect(computeJointCount(decided, counts)).toBe(count);
  });

  it.each([
    ['nobody has left', 38, [36, 12, 4], 38],
    ['the largest has left: the others save their share', 38, [12, 4], 12],
    ['a small one has left', 38, [36, 12], 36],
    ['nothing was saved', 52, [12, 4], 16],
  ])('of lines that asked for 52, %s', (_why, decided, counts, count) => {
    expect(computeJointCount(decided, counts, 52)).toBe(count);
  });

  it('goes on saving where many equal lines lose one, and never exceeds what was decided', () => {
    expect(computeJointCount(20, [10, 10, 10], 40)).toBe(15);
    expect(computeJointCount(20, [10, 10, 30], 40)).toBe(30);
    expect(computeJointCount(20, [19, 10, 19], 40)).toBe(20);
  });
});
