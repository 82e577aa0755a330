import { describe, expect, it } from 'vitest';
import { journey } from '#seed/story.data.ts';
import { fileVisit } from '#support/filings.ts';
import { accepted, keyOf } from '#support/people.ts';
import { at, enterpriseId, freeDay, freeEnterprise, plannedVisit, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readOne, readState } from '#support/rows.ts';

const { leng, dazhu } = journey;
const scope = await keyOf(leng.agency);

function limitsOf(enterprise: string) {
  return readLimits({ entry: `${visitYear}-${leng.entryNo}`, enterprise, line: 'amr', matter: leng.matter, year: visitYear });
}

describe('fileInspection: the integration API judges and files in one go', () => {
  const enterprise = freeEnterprise(leng, 0);

  it('gives number and code, takes the limits, records', async () => {
    const before = await limitsOf(enterprise);
    const settled = await accepted(fileVisit(scope, plannedVisit(leng)));
    expect(settled).toMatchObject({
      status: 'filed',
      filingNo: expect.stringMatching(/检备〔\d{4}〕\d+号$/),
      verdict: { kind: 'allowed' },
    });
    expect(await readFiling(settled.id)).toMatchObject({
      status: 'filed',
      filing_no: settled.filingNo,
      nth_by_agency: 1,
      nth_by_all: 1,
      verdict: { kind: 'allowed' },
    });
    expect(await limitsOf(enterprise)).toEqual({ places: before.places + 1, visits: 1, matters: 1 });
    expect(await readEvents(settled.id)).toEqual(['filing.filed']);
  });

  it('is refused once more, and the attempt is kept with its rules', async () => {
    const outcome = await fileVisit(scope, plannedVisit(leng));
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unlawful', verdict: { kind: 'forbidden' } } });
    const refusal = await readOne<{ id: string; rules: string[]; channel: string }>(
      'SELECT id, rules, channel::text FROM refusal WHERE enterprise_id = $1 ORDER BY refused_at DESC LIMIT 1',
      [enterpriseId(leng, enterprise)],
    );
    expect(refusal).toMatchObject({ channel: 'api', rules: ['drawn', 'same-matter-once', 'frequency-cap'] });
    expect(await readEvents(refusal.id)).toEqual(['filing.refused']);
  });

  it("finds no other district's enterprise, and changes nothing", async () => {
    const before = await readState();
    const outcome = await fileVisit(scope, plannedVisit(leng, { enterprise: freeEnterprise(dazhu, 0) }));
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect(await readState()).toEqual(before);
  });

  it('of two at once for one visit, one is filed', async () => {
    const body = plannedVisit(leng, { enterprise: freeEnterprise(leng, 1), start: at(freeDay, '14:00'), end: at(freeDay, '16:00') });
    const outcomes = await Promise.all([fileVisit(scope, body), fileVisit(scope, body)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'unlawful' } });
    expect(await limitsOf(freeEnterprise(leng, 1))).toMatchObject({ visits: 1, matters: 1 });
  });
});
