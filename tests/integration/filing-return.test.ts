import { describe, expect, it } from 'vitest';
import { approveFiling, returnFiling } from '#features/filing/commands/approve-filing.ts';
import { reviseFiling } from '#features/filing/commands/withdraw-filing.ts';
import { journey } from '#seed/story.data.ts';
import { expectNotFound, expectOneOf, submitVisit } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { freeEnterprise, plannedVisit } from '#support/requests.ts';
import { readEvents, readFiling, readOne, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [neighbour, stranger] = await Promise.all([agencyOf('fanguili'), agencyOf('fanxiaofang')]);
const reason = '请补充检查事项的依据';
const submit = (nth: number) => submitVisit(filer, plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) }));

describe('returnFiling sends a filing back to its filer', () => {
  it('with the reason, without a number', async () => {
    const filing = await submit(0);
    await succeed(head, returnFiling, { filing, reason });
    expect(await readFiling(filing)).toMatchObject({ status: 'returned', remark: reason, filing_no: null });
    expect(await readEvents(filing)).toEqual(['filing.submitted', 'filing.returned']);
    expect(await readTold(filing, 'filing.returned')).toEqual(['shenleyu']);
  });

  it("finds neither another agency's nor another district's", async () => {
    const filing = await submit(1);
    await expectNotFound(
      () => act(neighbour, returnFiling, { filing, reason }),
      () => act(stranger, returnFiling, { filing, reason }),
    );
  });

  it('twice at once: returned once', async () => {
    const filing = await submit(2);
    await expectOneOf([1, 2].map(() => act(head, returnFiling, { filing, reason })));
    expect(await readEvents(filing)).toEqual(['filing.submitted', 'filing.returned']);
  });

  it('at once with the approval: one of the two', async () => {
    const filing = await submit(3);
    await expectOneOf([act(head, returnFiling, { filing, reason }), act(head, approveFiling, { filing })]);
    const { status, filing_no } = await readFiling(filing);
    expect([status, filing_no === null]).toEqual(status === 'filed' ? ['filed', false] : ['returned', true]);
  });
});

describe('reviseFiling opens a new form from one that came back', () => {
  it('with everything that was typed, and leaves the old one as it was', async () => {
    const filing = await submit(4);
    await succeed(head, returnFiling, { filing, reason });
    const { draft } = await succeed(filer, reviseFiling, { filing });
    const { body } = await readOne<{ body: object }>('SELECT body FROM filing_draft WHERE id = $1', [draft]);
    expect(body).toMatchObject({
      kind: 'special',
      startTime: '09:00',
      endTime: '11:30',
      inspectors: leng.inspectors,
      matters: [leng.matter],
    });
    expect(await readFiling(filing)).toMatchObject({ status: 'returned' });
    expect(await readEvents(draft)).toEqual(['draft.started']);
  });

  it('not from one that still waits', async () => {
    const filing = await submit(5);
    await expectNotFound(() => act(filer, reviseFiling, { filing }));
  });

  it("finds neither another agency's nor another district's", async () => {
    const filing = await submit(6);
    await succeed(head, returnFiling, { filing, reason });
    await expectNotFound(
      () => act(neighbour, reviseFiling, { filing }),
      () => act(stranger, reviseFiling, { filing }),
    );
  });

  it('opens two when pressed twice', async () => {
    const filing = await submit(7);
    await succeed(head, returnFiling, { filing, reason });
    const outcomes = await Promise.all([1, 2].map(() => act(filer, reviseFiling, { filing })));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.draft)).size).toBe(2);
  });
});
