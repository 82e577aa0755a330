import { describe, expect, it } from 'vitest';
import { approveFiling, returnFiling } from '#features/filing/commands/approve-filing.ts';
import { decideFiling } from '#features/filing/commands/decide-filing.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import type { Outcome } from '#platform/outcome.ts';
import { journey } from '#seed/story.data.ts';
import { runContests } from '#support/contests.ts';
import { approveVisit, expectOneOf, submitVisit } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { claimedVisit, freeEnterprise, plannedVisit, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits } from '#support/rows.ts';

const { leng } = journey;
const [filer, head, office] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli'), officeOf('xiezhiyuan')]);
const rounds = { count: 40, width: 4 };
const reason = '理由';

const limitsOf = (enterprise: string) =>
  readLimits({ entry: `${visitYear}-${leng.entryNo}`, enterprise, line: 'amr', matter: leng.matter, year: visitYear });
const submit = (lane: number) => submitVisit(filer, plannedVisit(leng, { enterprise: freeEnterprise(leng, lane) }));
const hold = async (lane: number) => (await approveVisit(filer, head, claimedVisit(leng, { enterprise: freeEnterprise(leng, lane) }))).id;

/** Whatever stands afterwards has its limits, what was called off has none; then the enterprise is free again. */
async function settle(filing: string, lane: number): Promise<void> {
  const { status } = await readFiling(filing);
  const taken = status === 'filed' ? 1 : 0;
  expect(await limitsOf(freeEnterprise(leng, lane))).toMatchObject({ visits: taken, matters: taken });
  if (status === 'filed') await succeed(filer, withdrawFiling, { filing, reason });
  expect(await limitsOf(freeEnterprise(leng, lane))).toMatchObject({ visits: 0, matters: 0 });
}

type Attempts = (filing: string) => readonly Promise<Outcome<unknown>>[];

async function oneOf(prepare: (lane: number) => Promise<string>, attempts: Attempts): Promise<void> {
  await runContests(rounds, async (_nth, lane) => {
    const filing = await prepare(lane);
    await expectOneOf(attempts(filing));
    await settle(filing, lane);
  });
}

describe('one filing, several people at once', () => {
  it(
    'two approve: filed once',
    () => oneOf(submit, (filing) => [act(head, approveFiling, { filing }), act(head, approveFiling, { filing })]),
    60_000,
  );

  it(
    'one approves, one returns: one of the two',
    () => oneOf(submit, (filing) => [act(head, approveFiling, { filing }), act(head, returnFiling, { filing, reason })]),
    60_000,
  );

  it(
    'the office decides twice: once',
    () =>
      oneOf(hold, (filing) => [
        act(office, decideFiling, { filing, decision: 'filed', reason }),
        act(office, decideFiling, { filing, decision: 'returned', reason }),
      ]),
    60_000,
  );

  it('approval and withdrawal: withdrawn in the end, with or without a number', async () => {
    await runContests(rounds, async (_nth, lane) => {
      const filing = await submit(lane);
      const [approved, withdrawn] = await Promise.all([
        act(head, approveFiling, { filing }),
        act(filer, withdrawFiling, { filing, reason }),
      ]);
      expect(withdrawn.ok).toBe(true);
      const { status, filing_no } = await readFiling(filing);
      expect([status, filing_no !== null]).toEqual(['withdrawn', approved.ok]);
      expect((await readEvents(filing)).includes('filing.filed')).toBe(approved.ok);
      await settle(filing, lane);
    });
  }, 60_000);
});
