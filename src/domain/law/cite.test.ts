import { describe, expect, it } from 'vitest';
import { cite, citeReported } from './cite.ts';
import { sources } from './sources.ts';
import { minimumOfficers, statuteValueOn } from './statute.ts';

describe('citations', () => {
  it('name the instrument and the place', () => {
    expect(cite('penaltyLaw', '第四十二条')).toEqual({ instrument: '中华人民共和国行政处罚法', locator: '第四十二条' });
    expect(citeReported('lengshuitanTwenty', 5).locator).toBe('公开报道要点（五）');
    expect(citeReported('lengshuitanTwenty', 10).locator).toBe('公开报道要点（十）');
  });

  it('every source carries its own key as id', () => {
    expect(Object.entries(sources).every(([key, source]) => key === source.id)).toBe(true);
  });

  it('statute values follow the day', () => {
    const place = (day: string) => statuteValueOn(minimumOfficers, day).basis.locator;
    expect([place('2021-07-14'), place('2021-07-15')]).toEqual(['第三十七条（1996年文本）', '第四十二条、第四十三条、第五十五条']);
    expect(statuteValueOn(minimumOfficers, '1990-01-01').value).toBe(2);
  });
});
