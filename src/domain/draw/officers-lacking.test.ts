import { describe, expect, it } from 'vitest';
import { findLackingOfficers, sayMissing, sizeTeam } from './officers-lacking.ts';
import type { Officer } from './record.ts';

const officer = (id: string, groups: readonly string[], agency = 'amr'): Officer => ({ id, agency, groups, recused: [], visitedLast: [] });
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
    const given = { officers: two, targetsPerOfficer: 4 };
    expect(findLackingOfficers([{ ...team, sample: 4 }], given)).toEqual([]);
    expect(findLackingOfficers([{ ...team, sample: 5 }], given)).toHaveLength(1);
  });

  it('names targets, agencies, what is needed and what there is', () => {
    const lack = { cause: 'places', agencies: needs, targets: ['A', 'B', 'C', 'D'], needed: 8, available: 5 } as const;
    expect(sayMissing(lack)).toBe('A、B、C等 4 家：要 amr（food、drug、market） 的 8 人次，除去回避和轮换，只够 5 人次');
    expect(sayMissing({ ...lack, cause: 'range', targets: ['A'] })).toContain('凑不齐执法范围');
  });
});
