import { describe, expect, it } from 'vitest';
import { touchedBy } from './amendment.ts';
import { drawWith, entryWith, factsWith, otherFiling, ownVisit } from './facts.fixture.ts';
import { besideAgencies, type HeldByFiling, withoutFiling } from './without-filing.ts';

const own: HeldByFiling = { filingNo: '备〔2026〕7号', day: '2026-11-23', entryNos: ['2026-0118'], lines: ['amr'] };
const use = { matter: 'amr-001', year: 2026, filingNo: own.filingNo, agencyName: '区市场监管局', day: own.day };

describe('a filing is left out of the facts by which it is judged anew', () => {
  const entry = entryWith({
    no: '2026-0118',
    quota: 5,
    used: 5,
    months: [
      { month: 11, quota: 2, used: 2 },
      { month: 12, quota: 3, used: 3 },
    ],
  });
  const facts = factsWith({
    planEntry: entry,
    draw: drawWith({ servedBy: own.filingNo }),
    ownVisits: [ownVisit({ filingNo: own.filingNo }), ownVisit({ filingNo: 'another' })],
    visitCounts: [
      { agencyKind: 'amr', year: 2026, visits: 2 },
      { agencyKind: 'amr', year: 2025, visits: 2 },
      { agencyKind: 'fire', year: 2026, visits: 2 },
    ],
    matterUses: [use, { ...use, filingNo: 'another' }],
  });
  const left = withoutFiling(facts, own);

  it('gives its place back to entry and month, its visit to line and year, its matters and its outcome', () => {
    expect([left.planEntry?.used, left.planEntry?.months.map(({ used }) => used)]).toEqual([4, [1, 3]]);
    expect(left.draw?.servedBy).toBeNull();
    expect(left.ownVisits.map(({ filingNo }) => filingNo)).toEqual(['another']);
    expect(left.visitCounts.map(({ visits }) => visits)).toEqual([1, 2, 2]);
    expect(left.matterUses.map(({ filingNo }) => filingNo)).toEqual(['another']);
  });

  it('touches nothing that another filing holds', () => {
    const other = withoutFiling(facts, { filingNo: 'third', day: own.day, entryNos: [], lines: [] });
    expect(other).toEqual(facts);
  });

  it('beside others, what all owe together is discharged; what a stranger owes is not', () => {
    const due = { type: 'dueEntry', entryNo: '1', agencyName: '甲', title: '乙', fromDay: '2026-11-01', toDay: '2026-12-01' } as const;
    const both = factsWith({ otherVisits: [{ ...due, agencies: ['a', 'b'] }, { ...due, agencies: ['a', 'c'] }, otherFiling()] });
    expect(besideAgencies(both, ['a', 'b']).otherVisits).toHaveLength(2);
  });
});

describe('what an amendment touches', () => {
  const before = {
    ...{ start: new Date(0), end: new Date(1), form: 'onsite', site: null },
    ...{ matters: ['a', 'b'], inspectors: ['x', 'y'], assistants: [] },
  };

  it.each([
    ['nothing, in another order', { matters: ['b', 'a'], inspectors: ['y', 'x', 'x'] }, []],
    ['people', { inspectors: ['x', 'z'] }, ['people']],
    ['somebody who helps', { assistants: [{ number: 1, role: '检测' }] }, ['people']],
    ['the end', { end: new Date(2) }, ['dates']],
    ['a matter and the place', { matters: ['a'], site: '别处' }, ['scope']],
    ['everything', { start: new Date(-1), inspectors: ['x'], form: 'remote' }, ['people', 'dates', 'scope']],
  ])('%s', (_case, change, touches) => {
    expect(touchedBy(before, { ...before, ...change })).toEqual(touches);
  });
});
