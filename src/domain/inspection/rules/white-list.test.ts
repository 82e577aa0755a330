import { describe, expect, it } from 'vitest';
import { factsWith, matterWith, policyWith } from '../facts.fixture.ts';
import { judgeWhiteList } from './white-list.ts';

const enterprise = { ...factsWith().enterprise, undisturbed: true };
const special = matterWith('m-1', { specialField: true });

describe('white-list', () => {
  it('white-list: an enterprise on the list is left alone, one off it is not', () => {
    expect(judgeWhiteList(factsWith({ enterprise })).outcome).toBe('forbidden');
    expect(judgeWhiteList(factsWith()).outcome).toBe('allowed');
  });

  it('white-list: safety and health fields are apart, if all matters are', () => {
    expect(judgeWhiteList(factsWith({ enterprise, matters: [special] })).outcome).toBe('allowed');
    expect(judgeWhiteList(factsWith({ enterprise, matters: [special, matterWith('m-2')] })).outcome).toBe('forbidden');
  });

  it('white-list: only routine kinds of the policy', () => {
    expect(judgeWhiteList(factsWith({ enterprise }, { kind: 'special' })).outcome).toBe('notApplicable');
    expect(
      judgeWhiteList(factsWith({ enterprise, policy: policyWith({ undisturbedKinds: ['special'] }) }, { kind: 'special' })).outcome,
    ).toBe('forbidden');
  });
});
