import { describe, expect, it } from 'vitest';
import { policyWith } from './facts.fixture.ts';
import { sayPolicy } from './policy-words.ts';

const saidOf = (policy = policyWith()) => new Map(sayPolicy(policy).map((each) => [each.key, each]));

describe('a policy in words', () => {
  it('has every value once, each with words and a source', () => {
    const policy = policyWith();
    const said = sayPolicy(policy);
    expect(said.map(({ key }) => key).sort()).toEqual(Object.keys(policy.values).sort());
    expect(
      said.filter(({ title, say, source }) => !title || !say || !source.instrument || /undefined|null|NaN|\[object/.test(say)),
    ).toEqual([]);
    expect(new Set(said.map(({ title }) => title)).size).toBe(said.length);
  });

  it('says what the policy says', () => {
    const said = saidOf(
      policyWith({ declarationDue: '11-05', drawnKinds: [], territoryNotice: 'none', followUpWorkingDays: { callback: 3, message: 2 } }),
    );
    expect(said.get('declarationDue')?.say).toBe('每年 11 月 5 日');
    expect([said.get('drawnKinds')?.say, said.get('territoryNotice')?.say]).toEqual(['不适用', '不告知']);
    expect(said.get('followUpWorkingDays')?.say).toContain('岗位消息 2 个工作日无人接手');
  });
});
