import { describe, expect, it } from 'vitest';
import { findLackingOfficers, sayBarred, sayMissing, sizeTeam } from './officers-lacking.ts';
import type { Officer } from './record.ts';

const officer = (id: string, groups: readonly string[], agency = 'amr'): Officer => ({ id, agency, groups, recused: [], visitedLast: [] });
const names = { amr: '市场监管局', food: '食品', drug: '药品', market: '市场' };
const needs = [{ agency: 'amr', groups: ['food', 'drug', 'market'] }];

describe('how many go to each target', () => {
  it('the minimum where it covers every range', () => {
    expect(sizeTeam({ agencies: needs, minimum: 2 }, [officer('1', ['food', 'drug']), officer('2', ['market'])])).toBe(2);
  });

  it('one more where two cannot cover three ranges', () => {
    const people = [officer('1', ['food']), officer('2', ['drug']), officer('3', ['market'])];
    expect(sizeTeam({ agencies: needs, minimum: 2 }, people)).toBe(3);
  });

  it('one of each agency, and the minimum where nobody could cover them', () => {
    const three = ['amr', 'fire', 'ecology'].map((agency) => ({ agency, groups: [] }));
    expect(sizeTeam({ agencies: three, minimum: 2 }, [])).toBe(3);
  });
});

describe('what inspectors lack', () => {
  const team = { entry: '2027-0001', agencies: [{ agency: 'amr', groups: ['food'] }], officers: 2 };
  const two = [officer('1', ['food']), officer('2', ['food'])];

  it('nothing where there are just as many places as are needed, and something for one target more', () => {
    const given = { officers: two, targetsPerOfficer: 4, names };
    expect(findLackingOfficers([{ ...team, sample: 4 }], given)).toEqual([]);
    expect(findLackingOfficers([{ ...team, sample: 5 }], given)).toHaveLength(1);
  });

  it('in an agency or a range, by name', () => {
    const given = { officers: [officer('1', ['drug'])], targetsPerOfficer: 4, names };
    const teams = [{ ...team, sample: 1 }];
    expect(findLackingOfficers(teams, given)).toEqual(['2027-0001：市场监管局没有执法范围含“食品”的执法人员']);
    expect(findLackingOfficers(teams, { ...given, officers: [] })).toEqual(['2027-0001：市场监管局没有可以参加的执法人员']);
  });

  it('where entries drawn together share their inspectors, though each alone has enough', () => {
    const given = { officers: two, targetsPerOfficer: 4, names };
    const teams = [
      { ...team, sample: 3 },
      { ...team, entry: '2027-0002', sample: 2 },
    ];
    expect(teams.flatMap((each) => findLackingOfficers([each], given))).toEqual([]);
    expect(findLackingOfficers(teams, given)).toEqual([
      '2027-0001、2027-0002：一起抽的 5 户要派 10 人次，2 名市场监管局执法人员每人最多 4 户，只够 8 人次',
    ]);
  });

  it('where an agency that goes along has too few for one at each target', () => {
    const agencies = [...team.agencies, { agency: 'fire', groups: [] }];
    const officers = [...two, officer('3', [], 'fire'), officer('4', ['food'])];
    const told = findLackingOfficers([{ ...team, agencies, sample: 5 }], { officers, targetsPerOfficer: 4, names: { fire: '消防' } });
    expect(told).toEqual(['2027-0001：5 户要派 5 人次，1 名消防执法人员每人最多 4 户，只够 4 人次']);
  });

  it('tells enterprises that recusals leave without a team together', () => {
    const barred = ['A', 'B', 'C', 'D'].map((id) => ({ entry: 0, id, available: 1 }));
    expect(sayBarred(barred, [team])).toEqual([
      '2027-0001：A、B、C等 4 家 每户要 2 名执法人员，除去回避只剩 1 名，人数不够。请核对回避或补足人员',
    ]);
  });

  it('names targets, agencies, what is needed and what there is', () => {
    const lack = { cause: 'places', agencies: needs, targets: ['A', 'B', 'C', 'D'], needed: 8, available: 5 } as const;
    expect(sayMissing(lack, names)).toBe('A、B、C等 4 家：要市场监管局（食品、药品、市场）的 8 人次，除去回避和轮换，只够 5 人次');
    expect(sayMissing({ ...lack, cause: 'range', targets: ['A'] }, names)).toContain('凑不齐执法范围');
  });
});
