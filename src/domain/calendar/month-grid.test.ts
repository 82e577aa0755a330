import { describe, expect, it } from 'vitest';
import { addMonths, monthGrid } from './month-grid.ts';

describe('month grid', () => {
  it('puts Monday first and leaves cells outside the month empty', () => {
    const weeks = monthGrid('2026-09');
    expect(weeks[0]).toEqual([null, '2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05', '2026-09-06']);
    expect(weeks.at(-1)).toEqual(['2026-09-28', '2026-09-29', '2026-09-30', null, null, null, null]);
  });

  it('holds four to six weeks', () => {
    expect([monthGrid('2027-02'), monthGrid('2026-09'), monthGrid('2026-11')].map((weeks) => weeks.length)).toEqual([4, 5, 6]);
  });

  it('steps over the turn of the year', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-05', 0)]).toEqual(['2027-01', '2025-12', '2026-05']);
  });
});
