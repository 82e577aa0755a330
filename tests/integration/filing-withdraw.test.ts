import { describe, expect, it } from 'vitest';
import { revokeFiling } from '#features/filing/commands/decide-filing.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { loadCode } from '#features/verification/queries.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit, expectNotFound, expectOneOf, fileVisit, submitVisit } from '#support/filings.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { freeEnterprise, plannedVisit, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [neighbour, stranger] = await Promise.all([agencyOf('suchenxin'), agencyOf('weibofeng')]);
const [director, elsewhere] = await Promise.all([officeOf('xiezhiyuan'), officeOf('penghaoran')]);
const key = await keyOf(leng.agency);
const reason = '企业申请改期';

const visit = (nth: number) => plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) });
const limitsOf = (nth: number) =>
  readLimits({
    entry: `${visitYear}-${leng.entryNo}`,
    enterprise: freeEnterprise(leng, nth),
    line: 'amr',
    matter: leng.matter,
    year: visitYear,
  });
/** The territory's officer and the enterprise's contacts, where they were told of the visit: it is a key enterprise's or not. */
async function listTerritory(filing: string): Promise<string[]> {
  const people = await asOwner<{ username: string }>(
    `SELECT username FROM contact_notice JOIN user_account ON user_account.id = user_id WHERE filing_id = $1
    UNION SELECT username FROM territory_notice JOIN user_account USING (territory_code) WHERE filing_id = $1`,
    [filing],
  );
  return people.map(({ username }) => username);
}

const serialOf = (filingNo: string | null) => Number(/〕(\d+)号$/.exec(filingNo ?? '')?.[1]);

describe('withdrawFiling calls a visit off', () => {
  it('gives every limit back; the number stays used and the code is worth nothing', async () => {
    const before = await limitsOf(0);
    const filed = await approveVisit(filer, head, visit(0));
    await succeed(filer, withdrawFiling, { filing: filed.id, reason });
    expect(await limitsOf(0)).toEqual(before);
    expect(await readFiling(filed.id)).toMatchObject({ status: 'withdrawn', remark: reason, filing_no: filed.filingNo });
    expect((await readEvents(filed.id)).at(-1)).toBe('filing.withdrawn');
    expect(await loadCode(filed.publicCode ?? '')).toMatchObject({ state: 'withdrawn' });
    const again = await accepted(fileVisit(key, visit(0)));
    expect(serialOf(again.filingNo)).toBe(serialOf(filed.filingNo) + 1);
  });

  it('also one that still waits', async () => {
    const filing = await submitVisit(filer, visit(1));
    await succeed(head, withdrawFiling, { filing, reason });
    expect(await readFiling(filing)).toMatchObject({ status: 'withdrawn', filing_no: null });
  });

  it("finds neither another agency's nor another district's", async () => {
    const { id: filing } = await approveVisit(filer, head, visit(2));
    const other = await keyOf('431103-fire');
    await expectNotFound(
      () => act(neighbour, withdrawFiling, { filing, reason }),
      () => act(stranger, withdrawFiling, { filing, reason }),
      () => act(other, withdrawFiling, { filing, reason }),
    );
  });

  it('three times at once: withdrawn once, limits given back once', async () => {
    const before = await limitsOf(3);
    const { id: filing } = await approveVisit(filer, head, visit(3));
    await expectOneOf([filer, head, key].map((scope) => act(scope, withdrawFiling, { filing, reason })));
    expect(await limitsOf(3)).toEqual(before);
    expect((await readEvents(filing)).filter((event) => event === 'filing.withdrawn')).toHaveLength(1);
  });

  it('at once with the next visit: the cap holds whichever comes first', async () => {
    const { id: filing } = await approveVisit(filer, head, visit(4));
    const [, next] = await Promise.all([act(filer, withdrawFiling, { filing, reason }), fileVisit(key, visit(4))]);
    expect(await limitsOf(4)).toMatchObject(next.ok ? { visits: 1, matters: 1 } : { visits: 0, matters: 0 });
  });
});

describe('revokeFiling takes a filing out of force', () => {
  it('gives every limit back and tells the agency; the code is worth nothing', async () => {
    const before = await limitsOf(5);
    const filed = await approveVisit(filer, head, visit(5));
    await succeed(director, revokeFiling, { filing: filed.id, reason: '超出备案事项' });
    expect(await limitsOf(5)).toEqual(before);
    expect(await readFiling(filed.id)).toMatchObject({ status: 'revoked', remark: '超出备案事项', filing_no: filed.filingNo });
    expect((await readEvents(filed.id)).at(-1)).toBe('filing.revoked');
    const told = ['hechen', 'shenfeijing', 'shenleyu', 'zengli', ...(await listTerritory(filed.id))];
    expect(await readTold(filed.id, 'filing.revoked')).toEqual(told.sort());
    expect(await loadCode(filed.publicCode ?? '')).toMatchObject({ state: 'revoked' });
  });

  it('not one that still waits', async () => {
    const filing = await submitVisit(filer, visit(6));
    expect(await act(director, revokeFiling, { filing, reason })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await readFiling(filing)).toMatchObject({ status: 'submitted' });
  });

  it("does not find another district's", async () => {
    const { id: filing } = await approveVisit(filer, head, visit(7));
    await expectNotFound(() => act(elsewhere, revokeFiling, { filing, reason }));
  });

  it('at once with the withdrawal: one of the two, limits given back once', async () => {
    const before = await limitsOf(8);
    const { id: filing } = await approveVisit(filer, head, visit(8));
    await expectOneOf([
      act(director, revokeFiling, { filing, reason }),
      act(filer, withdrawFiling, { filing, reason }),
      act(director, revokeFiling, { filing, reason }),
    ]);
    expect(await limitsOf(8)).toEqual(before);
  });
});
