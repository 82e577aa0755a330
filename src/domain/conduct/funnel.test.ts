import { describe, expect, it } from 'vitest';
import { computeFunnel, findExemptionOutliers } from './funnel.ts';

describe('the funnel', () => {
  it('gives every step with its shares', () =>
    expect(computeFunnel({ filed: 812, entered: 761, shown: 702, scanned: 494, rated: 286 })).toEqual([
      { step: 'filed', count: 812, ofFiled: 100, ofBefore: null },
      { step: 'entered', count: 761, ofFiled: 93.7, ofBefore: 93.7 },
      { step: 'shown', count: 702, ofFiled: 86.5, ofBefore: 92.2 },
      { step: 'scanned', count: 494, ofFiled: 60.8, ofBefore: 70.4 },
      { step: 'rated', count: 286, ofFiled: 35.2, ofBefore: 57.9 },
    ]));

  it('has neither count nor share of what may not be told', () =>
    expect(computeFunnel({ filed: 8, entered: 7, shown: 6, scanned: 5, rated: null })[4]).toEqual({
      ...{ step: 'rated', count: null, ofFiled: null, ofBefore: null },
    }));

  it('has no share of nothing', () =>
    expect(computeFunnel({ filed: 0, entered: 0, shown: 0, scanned: 0, rated: 0 })[1]).toMatchObject({ ofFiled: null, ofBefore: null }));
});

describe('exemptions of an agency against the district', () => {
  const rest = { agency: 'rest', filings: 90, exempted: 9 };
  const outliers = (filings: number, exempted: number) =>
    findExemptionOutliers([rest, { agency: 'one', filings, exempted }], 5).map(({ agency }) => agency);

  it.each([
    ['twice the share is not more than twice', 10, 2, []],
    ['more than twice', 10, 3, ['one']],
    ['too few filings say nothing', 4, 4, []],
    ['as many as the smallest cell do', 5, 5, ['one']],
    ['none claimed', 10, 0, []],
  ])('%s', (_case, filings, exempted, expected) => expect(outliers(filings, exempted)).toEqual(expected));
});
