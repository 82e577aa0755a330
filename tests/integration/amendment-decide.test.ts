import { describe, expect, it } from 'vitest';
import { postAmendment } from '#features/amendment/api/routes.ts';
import { approveAmendment } from '#features/amendment/commands/approve-amendment.ts';
import { decideAmendment } from '#features/amendment/commands/decide-amendment.ts';
import { postWithdrawal } from '#features/filing/api/routes.ts';
import { journey } from '#seed/story.data.ts';
import { amendFormOf, lastAct, proposeChange } from '#support/amendments.ts';
import { asOwner, call, giveKey } from '#support/api.ts';
import { approveVisit, expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { at, freeDays, freeEnterprise, plannedVisit, tenth, visitYear } from '#support/requests.ts';
import { readFiling, readLimits, readOne, readState, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head, key] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli'), keyOf(leng.agency)]);
const [clerk, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('penghaoran')]);
const [own, other] = await Promise.all([giveKey(leng.agency), giveKey('431103-fire')]);
const [, second = '', third = ''] = freeDays;
const reason = '情况属实';
const approval = { by: leng.leader, at: new Date(Date.now() - 60_000).toISOString() };

const visit = (nth: number) => plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) });
const exemption = { code: 'complaint', reason: '职工投诉，需到场核实', evidence: '12345 工单 0001' } as const;
const claimed = { start: at(tenth, '09:00'), end: at(tenth, '11:00'), exemption };
const startOf = async (id: string) => (await readOne<{ start: Date }>('SELECT starts_at AS start FROM filing WHERE id = $1', [id])).start;
const limitsOf = (nth: number) =>
  readLimits({
    entry: `${visitYear}-${leng.entryNo}`,
    enterprise: freeEnterprise(leng, nth),
    line: 'amr',
    matter: leng.matter,
    year: visitYear,
  });

/** A filed visit with a change onto a quiet day that claims a complaint: it waits for the office. */
async function heldChange(nth: number): Promise<{ id: string; amendment: string }> {
  const { id } = await approveVisit(filer, head, visit(nth));
  const amendment = await proposeChange(filer, amendFormOf(id, visit(nth), claimed));
  expect(await succeed(head, approveAmendment, { amendment })).toMatchObject({ status: 'held' });
  return { id, amendment };
}

describe('decideAmendment', () => {
  it('a held change leaves the filing as it is until the office agrees; then it is registered', async () => {
    const { id, amendment } = await heldChange(0);
    expect(await startOf(id)).toEqual(visit(0).start);
    expect(await readTold(id, 'amendment.held')).toEqual(expect.arrayContaining(['luolin', 'xiezhiyuan', 'shenleyu']));
    await expectNotFound(() => act(elsewhere, decideAmendment, { amendment, decision: 'registered', reason }));
    const limits = await limitsOf(0);
    await expectOneOf([1, 2].map(() => act(clerk, decideAmendment, { amendment, decision: 'registered', reason })));
    expect(await startOf(id)).toEqual(at(tenth, '09:00'));
    expect(await limitsOf(0)).toEqual(limits);
    expect(await lastAct(id)).toMatchObject({ no: 1, status: 'registered' });
  });

  it('people may then be changed without asking again; another time not', async () => {
    const { id, amendment } = await heldChange(1);
    await succeed(clerk, decideAmendment, { amendment, decision: 'registered', reason });
    const people = { ...claimed, inspectors: [...leng.inspectors, leng.reserves[0] ?? ''] };
    const onlyPeople = await proposeChange(filer, amendFormOf(id, visit(1), people));
    expect(await succeed(head, approveAmendment, { amendment: onlyPeople })).toMatchObject({ status: 'registered', no: 2 });
    const later = await proposeChange(filer, amendFormOf(id, visit(1), { ...people, end: at(tenth, '12:00') }));
    expect(await succeed(head, approveAmendment, { amendment: later })).toMatchObject({ status: 'held' });
  });

  it('returned with a reason; and refused where the law has overtaken it', async () => {
    const { id, amendment } = await heldChange(2);
    await succeed(clerk, decideAmendment, { amendment, decision: 'returned', reason: '理由不足' });
    expect(await lastAct(id)).toMatchObject({ status: 'returned' });
    const again = await heldChange(3);
    await asOwner(`UPDATE inspector SET valid_to = valid_from WHERE credential_no = $1`, [leng.inspectors[1]]);
    const refused = await act(clerk, decideAmendment, { amendment: again.amendment, decision: 'registered', reason });
    await asOwner(`UPDATE inspector SET valid_to = '2040-01-01' WHERE credential_no = $1`, [leng.inspectors[1]]);
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'unlawful' } });
    expect(await startOf(again.id)).toEqual(visit(3).start);
  });
});

describe('POST /api/v1/filings/{filingNo}/amendments and /withdrawal', () => {
  const amend = (filingNo: string, secret: string, body: object, headers = {}) =>
    call(postAmendment, 'POST', { key: secret, body, headers, params: { filingNo: encodeURIComponent(filingNo) } });

  it('registers at once, once for a key; what is left out stays', async () => {
    const { id, filingNo } = await accepted(fileVisit(key, visit(4)));
    const limits = await limitsOf(4);
    const body = { reason: '改期', start: at(second, '09:00').toISOString(), end: at(second, '11:00').toISOString(), approval };
    const headers = { 'idempotency-key': 'the-same-amendment' };
    const [first, twin] = await Promise.all([1, 2].map(() => amend(filingNo ?? '', own.secret, body, headers)));
    expect([first?.status, first?.body]).toMatchObject([201, { filing: id, status: 'registered', no: 1, verdict: { kind: 'allowed' } }]);
    expect(twin?.body).toEqual(first?.body);
    expect([await startOf(id), await limitsOf(4)]).toEqual([at(second, '09:00'), limits]);
    expect(await asOwner('SELECT FROM filing_amendment WHERE filing_id = $1', [id])).toHaveLength(1);
    const reused = await amend(filingNo ?? '', own.secret, { ...body, reason: '又改' }, headers);
    expect(reused.status).toBe(422);
  });

  it('three different ones at once: one after the other, the limits stay', async () => {
    const { id } = await accepted(fileVisit(key, visit(5)));
    const limits = await limitsOf(5);
    const bodies = ['13:00', '14:00', '15:00'].map((end) => ({
      reason: '改期',
      start: at(third, '09:00').toISOString(),
      end: at(third, end).toISOString(),
      approval,
    }));
    const answers = await Promise.all(bodies.map((body) => amend(id, own.secret, body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.map(({ body }) => body.no).sort()).toEqual([1, 2, 3]);
    expect(await limitsOf(5)).toEqual(limits);
  });

  it('refuses an unlawful day with the verdict, a backward time, and no approval', async () => {
    const { id } = await accepted(fileVisit(key, visit(6)));
    const quiet = await amend(id, own.secret, {
      reason: '改期',
      start: at(tenth, '09:00').toISOString(),
      end: at(tenth, '10:00').toISOString(),
      approval,
    });
    expect([quiet.status, quiet.body]).toMatchObject([422, { verdict: { kind: 'forbidden' } }]);
    expect((await amend(id, own.secret, { reason: '改期', end: at(tenth, '10:00').toISOString(), approval })).status).toBe(400);
    const silent = await amend(id, own.secret, { reason: '换人', inspectors: [...leng.inspectors, leng.reserves[0]] });
    expect([silent.status, JSON.stringify(silent.body)]).toMatchObject([422, expect.stringContaining('internal-approval')]);
  });

  it("finds neither another agency's, nor one that never was", async () => {
    const { id, filingNo } = await accepted(fileVisit(key, visit(7)));
    const before = await readState();
    const body = { reason: '改期', approval };
    for (const name of [id, filingNo ?? '', 'nothing']) {
      expect((await amend(name, other.secret, body)).status).toBe(404);
      expect((await call(postWithdrawal, 'POST', { key: other.secret, body: { reason }, params: { filingNo: name } })).status).toBe(404);
    }
    expect(await readState()).toEqual(before);
  });

  it('withdraws by number, once for a key and once in all; everything is given back', async () => {
    const limits = await limitsOf(8);
    const { id, filingNo } = await accepted(fileVisit(key, visit(8)));
    const params = { filingNo: encodeURIComponent(filingNo ?? '') };
    const withdrawn = await call(postWithdrawal, 'POST', { key: own.secret, body: { reason }, params });
    expect([withdrawn.status, withdrawn.body]).toEqual([200, { id, status: 'withdrawn' }]);
    expect((await call(postWithdrawal, 'POST', { key: own.secret, body: { reason }, params })).status).toBe(409);
    expect((await call(postWithdrawal, 'POST', { key: own.secret, body: {}, params })).status).toBe(400);
    expect([await readFiling(id), await limitsOf(8)]).toMatchObject([{ status: 'withdrawn', remark: reason }, limits]);
  });
});
