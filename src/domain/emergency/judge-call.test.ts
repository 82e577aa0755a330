import { describe, expect, it } from 'vitest';
import { factsWith } from '../inspection/facts.fixture.ts';
import { judgeCall } from './judge-call.ts';

const call = { kind: 'case', planEntry: null, trigger: { type: 'tipOff', reference: '电话' } } as const;
const outcomes = (facts: ReturnType<typeof factsWith>) => judgeCall(facts).findings.map(({ rule, outcome }) => `${rule} ${outcome}`);

describe('what is judged while the caller is on the line', () => {
  it('needs no plan, draw or published matter, but a lawful body, a reason, two officers and the leader’s word', () => {
    const facts = { ...factsWith({}, call), matters: [] };
    expect(outcomes(facts).map((line) => line.split(' ')[0])).toEqual([
      'eligible-subject',
      'trigger',
      'two-officers',
      'internal-approval',
      'territory-notice',
    ]);
    expect(judgeCall(facts).kind).toBe('allowed');
  });

  it('one officer is too few', () => {
    const facts = { ...factsWith({}, call), matters: [] };
    expect(judgeCall({ ...facts, inspectors: facts.inspectors.slice(0, 1) }).kind).toBe('forbidden');
  });
});
