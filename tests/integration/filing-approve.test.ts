import { describe, expect, it } from 'vitest';
import { approveFiling } from '#features/filing/commands/approve-filing.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit, expectNotFound, expectOneOf, submitVisit } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { claimedVisit, freeEnterprise, plannedVisit, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readOne, readState, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [neighbour, stranger] = await Promise.all([agencyOf('fanguili'), agencyOf('fanxiaofang')]);

const visit = (nth: number) => plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) });
const limitsOf = (enterprise: string) =>
  readLimits({ entry: `${visitYear}-${leng.entryNo}`, enterprise, line: 'amr', matter: leng.matter, year: visitYear });

describe('approveFiling: the leader approves, the machine decides', () => {
  it('files with the next number and a code, takes the limits, tells the filer', async () => {
    const before = await limitsOf(freeEnterprise(leng, 0));
    const serial = await readOne<{ last: number }>(
      `SELECT last FROM filing_serial WHERE agency_code = $1 AND year = extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')`,
      [leng.agency],
    );
    const settled = await approveVisit(filer, head, visit(0));
    expect(settled).toMatchObject({ status: 'filed', filingNo: expect.stringContaining(`〕${serial.last + 1}号`) });
    expect(await readFiling(settled.id)).toMatchObject({
      status: 'filed',
      public_code: settled.publicCode,
      approver_id: head.actor.type === 'user' && head.actor.inspectorId,
    });
    expect(await limitsOf(freeEnterprise(leng, 0))).toEqual({ places: before.places + 1, visits: 1, matters: 1 });
    expect(await readEvents(settled.id)).toEqual(['filing.submitted', 'filing.approved', 'filing.filed']);
    expect(await readTold(settled.id, 'filing.filed')).toEqual(['shenleyu']);
  });

  it('tells the territory of a key enterprise', async () => {
    const { id } = await approveVisit(filer, head, plannedVisit(leng, { enterprise: leng.toldTerritory }));
    expect(await asOwner('SELECT territory_code FROM territory_notice WHERE filing_id = $1', [id])).toHaveLength(1);
  });

  it('holds what the office has to handle, takes nothing yet, and tells the office', async () => {
    const body = claimedVisit(leng, { enterprise: freeEnterprise(leng, 1) });
    const settled = await approveVisit(filer, head, body);
    expect(settled).toMatchObject({ status: 'held', filingNo: null, publicCode: null });
    expect(await readFiling(settled.id)).toMatchObject({ status: 'held', filing_no: null, held_due_day: expect.any(Date) });
    expect(await limitsOf(body.enterprise)).toMatchObject({ visits: 0, matters: 0 });
    expect(await readTold(settled.id, 'filing.held')).toEqual(['luolin', 'shenleyu', 'xiezhiyuan']);
  });

  it('judges again: what became unlawful while it waited is refused and kept', async () => {
    const filings = [await submitVisit(filer, visit(2)), await submitVisit(filer, visit(2))];
    const [first, second] = filings.map((filing) => ({ filing }));
    if (!first || !second) throw new Error('two were submitted');
    await succeed(head, approveFiling, first);
    expect(await act(head, approveFiling, second)).toMatchObject({ ok: false, refusal: { kind: 'unlawful' } });
    expect(await readFiling(second.filing)).toMatchObject({ status: 'submitted' });
  });

  it('nobody approves what they filed themselves', async () => {
    const filing = await submitVisit(head, visit(3));
    const before = await readState();
    expect(await act(head, approveFiling, { filing })).toEqual({ ok: false, refusal: { kind: 'notPermitted' } });
    expect(await readState()).toEqual(before);
  });

  it('a head who is not the registered leader cannot approve', async () => {
    const filing = await submitVisit(head, visit(3));
    const outcome = await act(filer, approveFiling, { filing });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unlawful', verdict: { kind: 'forbidden' } } });
    expect(await readFiling(filing)).toMatchObject({ status: 'submitted', filing_no: null });
  });

  it("finds neither another agency's nor another district's", async () => {
    const filing = await submitVisit(filer, visit(3));
    await expectNotFound(
      () => act(neighbour, approveFiling, { filing }),
      () => act(stranger, approveFiling, { filing }),
    );
  });

  it('three times at once: filed once', async () => {
    const filing = await submitVisit(filer, visit(4));
    await expectOneOf([1, 2, 3].map(() => act(head, approveFiling, { filing })));
    expect((await readEvents(filing)).filter((event) => event === 'filing.filed')).toHaveLength(1);
    expect(await limitsOf(freeEnterprise(leng, 4))).toMatchObject({ visits: 1, matters: 1 });
  });

  it('at once with the withdrawal: whichever comes last leaves no limit taken by a withdrawn visit', async () => {
    const filing = await submitVisit(filer, visit(6));
    await Promise.all([act(head, approveFiling, { filing }), act(filer, withdrawFiling, { filing, reason: '改期' })]);
    expect(await readFiling(filing)).toMatchObject({ status: 'withdrawn' });
    expect(await limitsOf(freeEnterprise(leng, 6))).toMatchObject({ visits: 0, matters: 0 });
  });
});
