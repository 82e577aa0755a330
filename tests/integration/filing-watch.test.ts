import { describe, expect, it } from 'vitest';
import { approveAmendment } from '#features/amendment/commands/approve-amendment.ts';
import { expireFiling, filingWatch } from '#features/filing/commands/watch-filings.ts';
import { listFilings } from '#features/filing/queries/list-filings.ts';
import { filingFilter } from '#features/filing/schema.ts';
import { loadCode } from '#features/verification/queries.ts';
import { runCommand } from '#platform/command.ts';
import { systemScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { amendFormOf, lastAct, proposeChange } from '#support/amendments.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit, expectOneOf } from '#support/filings.ts';
import { act, agencyOf } from '#support/people.ts';
import { at, claimedVisit, freeEnterprise, plannedVisit, tenth, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readOne, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const visit = (nth: number) => plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) });
const limitsOf = (nth: number) =>
  readLimits({
    entry: `${visitYear}-${leng.entryNo}`,
    enterprise: freeEnterprise(leng, nth),
    line: 'amr',
    matter: leng.matter,
    year: visitYear,
  });

/** Lets the window end so many hours ago, as time alone would. */
const endAgo = (id: string, hours: number) =>
  asOwner(
    `WITH moment AS (SELECT now() - make_interval(hours => $2) AS ended)
    UPDATE filing SET channel = 'seed', starts_at = ended - interval '2 hours', ends_at = ended,
      start_day = ((ended - interval '2 hours') AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM (ended - interval '2 hours') AT TIME ZONE 'Asia/Shanghai') FROM moment WHERE id = $1`,
    [id, hours],
  );
const watch = () => filingWatch.run({}, 'test');
const expire = (filing: string) =>
  runCommand({
    scope: systemScope(leng.districtCode),
    origin: { actor: { type: 'system' }, requestId: 'test', districtCode: leng.districtCode },
    command: (context) => expireFiling(context, { filing, hours: 24 }),
  });

describe('filing-watch: a filing that nobody used', () => {
  it('expires a day after its window, gives everything back once, tells the agency; its code says so', async () => {
    const before = await limitsOf(0);
    const { id, publicCode } = await approveVisit(filer, head, visit(0));
    await endAgo(id, 23);
    await watch();
    expect(await readFiling(id)).toMatchObject({ status: 'filed' });
    await endAgo(id, 25);
    await Promise.all([watch(), watch()]);
    expect(await readFiling(id)).toMatchObject({ status: 'expired', remark: '备案时段内未入企' });
    expect(await limitsOf(0)).toEqual(before);
    expect((await readEvents(id)).filter((event) => event === 'filing.expired')).toHaveLength(1);
    expect(await readTold(id, 'filing.expired')).toEqual(['hechen', 'shenfeijing', 'shenleyu', 'zengli']);
    expect(await loadCode(publicCode ?? '')).toMatchObject({ state: 'expired' });
  });

  it('three at once: one of them; not where somebody came, nor before its time', async () => {
    const { id } = await approveVisit(filer, head, visit(1));
    expect(await expire(id)).toMatchObject({ ok: false });
    await endAgo(id, 30);
    await asOwner('UPDATE filing_agency SET checked_in_at = now() WHERE filing_id = $1', [id]);
    expect(await expire(id)).toMatchObject({ ok: false });
    const { id: other } = await approveVisit(filer, head, visit(2));
    await endAgo(other, 30);
    await expectOneOf([1, 2, 3].map(() => expire(other)));
  });
});

describe('filing-watch: what the office lets lie', () => {
  it('a held filing goes up to the director once, and stays held', async () => {
    const { id } = await approveVisit(filer, head, claimedVisit(leng, { enterprise: freeEnterprise(leng, 3) }));
    await watch();
    expect(await readTold(id, 'filing.escalated')).toEqual([]);
    await asOwner("UPDATE filing SET held_due_day = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE id = $1", [id]);
    await Promise.all([watch(), watch()]);
    await watch();
    expect(await readTold(id, 'filing.escalated')).toEqual(['xiezhiyuan']);
    expect(await readFiling(id)).toMatchObject({ status: 'held' });
    const { rows } = await listFilings(filer, filingFilter.parse({ q: freeEnterprise(leng, 3) }));
    expect(rows.find((row) => row.id === id)).toMatchObject({ overdue: true });
  });

  it('so does a held change; one that is not decided before somebody comes lapses', async () => {
    const { id } = await approveVisit(filer, head, visit(4));
    const exemption = { code: 'complaint', reason: '职工投诉，需到场核实', evidence: '12345 工单 0001' } as const;
    const claimed = { start: at(tenth, '09:00'), end: at(tenth, '11:00'), exemption };
    const amendment = await proposeChange(filer, amendFormOf(id, visit(4), claimed));
    expect(await act(head, approveAmendment, { amendment })).toMatchObject({ ok: true, value: { status: 'held' } });
    await watch();
    expect(await readTold(id, 'amendment.escalated')).toEqual([]);
    await asOwner("UPDATE filing_amendment SET approved_at = now() - interval '20 days' WHERE id = $1", [amendment]);
    await watch();
    await watch();
    expect(await readTold(id, 'amendment.escalated')).toEqual(['xiezhiyuan']);
    await asOwner("UPDATE filing SET status = 'checkedIn' WHERE id = $1", [id]);
    await watch();
    expect(await lastAct(id)).toMatchObject({ status: 'withdrawn' });
    expect(await readOne<{ start: Date }>('SELECT starts_at AS start FROM filing WHERE id = $1', [id])).toEqual({ start: visit(4).start });
  });
});
