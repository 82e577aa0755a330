import { describe, expect, it } from 'vitest';
import type { Policy } from '#domain/law/policy.ts';
import { entryRules } from './entry-rules.ts';
import { policyWith } from './facts.fixture.ts';

const wordsOf = (id: string, policy: Policy) => {
  const rule = entryRules.find((each) => each.id === id);
  return [rule?.applies(policy), rule?.value(policy), rule?.sentence(policy)];
};

const quiet = policyWith().values.quietDays.value;
const without = policyWith({
  quietDays: { ...quiet, recurrences: [] },
  territoryNotice: 'none',
  undisturbedKinds: [],
  sameMatterOnceKinds: [],
});

describe('the page of rules', () => {
  it('quiet-day: says the period, the kinds and the exemptions', () => {
    expect(wordsOf('quiet-day', policyWith())).toEqual([
      '年度抽查、专项抽查',
      '每月 1—20 日',
      '全部企业的年度抽查、专项抽查，检查的每一天都不在每月 1—20 日内。例外：特殊行业、重点领域；投诉举报；已立案件。',
    ]);
    expect(wordsOf('quiet-day', without)).toEqual(['不适用', '不设', '本地不设宁静日。']);
  });

  it('territory-notice: says whose territory is told', () => {
    expect(wordsOf('territory-notice', policyWith())).toEqual([
      '重点企业',
      '重点企业',
      '进入重点企业前告知属地，签收后才能签到；已立案件的检查除外。',
    ]);
    expect(wordsOf('territory-notice', without)).toEqual(['不适用', '不设', '本地不要求告知属地。']);
  });

  it('white-list, same-matter-once, interval: say that they are off', () => {
    expect(wordsOf('white-list', policyWith()).slice(0, 2)).toEqual(['年度抽查', '名单内企业']);
    expect(wordsOf('white-list', without)).toEqual(['不适用', '不设', '本地不设免打扰名单。']);
    expect(wordsOf('same-matter-once', without)[1]).toBe('不设');
    expect(wordsOf('interval', policyWith())[2]).toBe('本地不设检查间隔。');
    expect(wordsOf('interval', policyWith({ interval: { days: 30, kinds: ['annual'] } }))).toEqual([
      '年度抽查',
      '30 天',
      '与本单位上一次入企相隔不少于 30 天。',
    ]);
  });

  it('two-officers, filed-before, frequency-cap: carry their numbers', () => {
    const policy = policyWith({ minimumInspectors: 3, filingLeadWorkingDays: 3 });
    expect([wordsOf('two-officers', policy)[1], wordsOf('two-officers', policyWith({ minimumInspectors: 1 }))[1]]).toEqual([
      '3 人',
      '2 人',
    ]);
    expect([wordsOf('filed-before', policy)[1], wordsOf('filed-before', policyWith())[1]]).toEqual(['入企前 3 个工作日', '入企前']);
    expect(wordsOf('frequency-cap', policy)[1]).toBe('一般 1 次，高风险 8 次');
  });
});
