import { describe, expect, it } from 'vitest';
import { type DeclaredLine, identityOf } from './line.ts';
import { type PoolSpec, wholePool } from './pool.ts';

const line: DeclaredLine = {
  ...{ matter: 'amr-001', basis: '', poolLabel: '餐饮单位', pool: wholePool, quantity: { kind: 'count', count: 5 } },
  ...{ period: { kind: 'month', months: [9] }, form: 'onsite', source: 'local', partners: [], partnersText: '', remark: '' },
};
const withPool = (change: Partial<PoolSpec>) => identityOf({ ...line, pool: { ...wholePool, ...change } });

describe('what makes two lines one', () => {
  it.each<Partial<PoolSpec>>([
    { risks: ['D'] },
    { territories: ['431103001'] },
    { inPark: true },
    { keyOnly: true },
    { industries: ['62'] },
    { list: ['91431103MA4L00001X'] },
  ])('not lines whose pools differ: %o', (change) => {
    expect(withPool(change)).not.toBe(identityOf(line));
  });

  it('the order in which conditions were chosen does not count, nor do remarks and bases', () => {
    expect(withPool({ risks: ['C', 'D'] })).toBe(withPool({ risks: ['D', 'C'] }));
    expect(identityOf({ ...line, remark: '另行通知', basis: '《食品安全法》' })).toBe(identityOf(line));
  });
});
