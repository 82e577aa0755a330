import { describe, expect, it } from 'vitest';
import { decideFiling } from '#features/filing/commands/decide-filing.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { journey } from '#seed/story.data.ts';
import { approveVisit, expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { accepted, act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { at, claimedVisit, freeDay, freeEnterprise, plannedVisit, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [office, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('jiangxinlan')]);
const reason = '同意，限备案事项';
const limitsOf = (enterprise: string) =>
  readLimits({ entry: `${visitYear}-${leng.entryNo}`, enterprise, line: 'amr', matter: leng.matter, year: visitYear });

async function hold(nth: number): Promise<string> {
  const { id, status } = await approveVisit(filer, head, claimedVisit(leng, { enterprise: freeEnterprise(leng, nth) }));
  expect(status).toBe('held');
  return id;
}

describe('decideFiling is the office’s word on a held filing', () => {
  it.each([
    ['filed', 0],
    ['filedWithCondition', 1],
  ] as const)('%s: number, code and limits, and the filer is told', async (decision, nth) => {
    const filing = await hold(nth);
    const before = await limitsOf(freeEnterprise(leng, nth));
    await succeed(office, decideFiling, { filing, decision, reason });
    expect(await readFiling(filing)).toMatchObject({
      status: decision,
      remark: reason,
      filing_no: expect.any(String),
      public_code: expect.any(String),
      decided_by_id: office.actor.id,
    });
    expect(await limitsOf(freeEnterprise(leng, nth))).toEqual({ places: before.places + 1, visits: 1, matters: 1 });
    expect(await readEvents(filing)).toEqual(['filing.submitted', 'filing.approved', 'filing.held', 'filing.decided']);
    expect(await readTold(filing, 'filing.decided')).toEqual(['shenleyu']);
  });

  it('returned: no number, nothing taken', async () => {
    const filing = await hold(2);
    const before = await limitsOf(freeEnterprise(leng, 2));
    await succeed(office, decideFiling, { filing, decision: 'returned', reason });
    expect(await readFiling(filing)).toMatchObject({ status: 'returned', filing_no: null, remark: reason });
    expect(await limitsOf(freeEnterprise(leng, 2))).toEqual(before);
  });

  it('over the cap with a reason: held, and filed beyond the cap once the office agrees', async () => {
    const evening = { start: at(freeDay, '20:00'), end: at(freeDay, '21:00') };
    const body = plannedVisit(leng, { enterprise: leng.capUsed, overCapReason: '举报线索涉及同一产品，需抽样核实', ...evening });
    const { id, status } = await approveVisit(filer, head, body);
    expect(status).toBe('held');
    await succeed(office, decideFiling, { filing: id, decision: 'filed', reason });
    expect(await readFiling(id)).toMatchObject({ status: 'filed', nth_by_agency: 2 });
    expect(await limitsOf(leng.capUsed)).toMatchObject({ visits: 2, matters: 1 });
  });

  it('over the cap without a reason: refused', async () => {
    const body = plannedVisit(leng, { enterprise: leng.overCap, start: at(freeDay, '20:00'), end: at(freeDay, '21:00') });
    expect(await fileVisit(filer, body)).toMatchObject({ ok: false, refusal: { kind: 'unlawful' } });
  });

  it('judges once more: what another visit overtook stays held', async () => {
    const filing = await hold(3);
    await accepted(fileVisit(filer, plannedVisit(leng, { enterprise: freeEnterprise(leng, 3) })));
    expect(await act(office, decideFiling, { filing, decision: 'filed', reason })).toMatchObject({
      ok: false,
      refusal: { kind: 'unlawful' },
    });
    expect(await readFiling(filing)).toMatchObject({ status: 'held', filing_no: null, decided_by_id: null });
  });

  it("does not find another district's", async () => {
    const filing = await hold(4);
    await expectNotFound(
      () => act(elsewhere, decideFiling, { filing, decision: 'filed', reason }),
      () => act(elsewhere, decideFiling, { filing, decision: 'returned', reason }),
    );
  });

  it('twice at once: decided once, one number', async () => {
    const filing = await hold(5);
    await expectOneOf([1, 2].map(() => act(office, decideFiling, { filing, decision: 'filed', reason })));
    expect((await readEvents(filing)).filter((event) => event === 'filing.decided')).toHaveLength(1);
    expect(await limitsOf(freeEnterprise(leng, 5))).toMatchObject({ visits: 1, matters: 1 });
  });

  it('two opinions at once: one of them, whole', async () => {
    const filing = await hold(6);
    await expectOneOf([
      act(office, decideFiling, { filing, decision: 'returned', reason: '不同意' }),
      act(office, decideFiling, { filing, decision: 'filed', reason: '同意' }),
    ]);
    const { status, remark, filing_no } = await readFiling(filing);
    expect([remark, filing_no === null]).toEqual(status === 'filed' ? ['同意', false] : ['不同意', true]);
  });

  it('at once with the withdrawal: nothing stays taken by a withdrawn visit', async () => {
    const filing = await hold(7);
    await Promise.all([
      act(office, decideFiling, { filing, decision: 'filed', reason }),
      act(filer, withdrawFiling, { filing, reason: '改期' }),
    ]);
    expect(await readFiling(filing)).toMatchObject({ status: 'withdrawn' });
    expect(await limitsOf(freeEnterprise(leng, 7))).toMatchObject({ visits: 0, matters: 0 });
  });
});
