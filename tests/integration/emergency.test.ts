import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerCall } from '#features/emergency/commands/answer-call.ts';
import { logEmergency } from '#features/emergency/commands/log-emergency.ts';
import { approveSupplement, supplementEmergency } from '#features/emergency/commands/supplement-emergency.ts';
import { watchEmergencies } from '#features/emergency/commands/watch-emergencies.ts';
import { readFingerprint } from '#features/emergency/queries/fingerprint-sql.ts';
import { listEmergencies, loadEmergency } from '#features/emergency/queries/list-emergencies.ts';
import { loadCallDesk } from '#features/emergency/queries/load-desk.ts';
import { loadEmergencyShare } from '#features/emergency/queries/load-emergency-share.ts';
import { loadSupplement } from '#features/emergency/queries/load-supplement.ts';
import type { Supplement } from '#features/emergency/schema.ts';
import { noteFinding } from '#features/finding/commands/note-finding.ts';
import { db } from '#platform/db.ts';
import { publicScope } from '#platform/scope.ts';
import { inspectorIdOf } from '#seed/builders/ids.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { callForm, dueIn, logCall, moveBack } from '#support/emergencies.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { finding, visited } from '#support/findings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { enterpriseId, freeEnterprise } from '#support/requests.ts';
import { readEvents, readFiling, readOne, readState, readTold } from '#support/rows.ts';

const { leng } = journey;
const [office, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('jiangxinlan')]);
const [filer, head, otherFiler, foreignFiler] = await Promise.all(['shenleyu', 'zengli', 'suchenxin', 'weibofeng'].map(agencyOf));
if (!filer || !head || !otherFiler || !foreignFiler) throw new Error('no cast');
const at = (nth: number) => callForm(leng, { enterprise: enterpriseId(leng, freeEnterprise(leng, nth)) });
const readEmergency = (filing: string) =>
  readOne<{ due_day: string | null; reminders: number; overdue_at: Date | null; late: boolean; supplemented_at: Date | null }>(
    'SELECT due_day::text, reminders, overdue_at, late, supplemented_at FROM emergency WHERE filing_id = $1',
    [filing],
  );
const find = (q: string) => listEmergencies(office, { q, state: undefined, page: 1 });
const form: Omit<Supplement, 'filing'> = { matters: [leng.matter], form: 'onsite', trigger: 'tipOff', reference: '举报件 2026-009' };

it.each(['luolin', 'jiangxinlan'])('the story of the district of %s has emergencies in every state', async (username) => {
  const scope = await officeOf(username);
  for (const state of ['open', 'overdue', 'late'] as const) {
    expect((await listEmergencies(scope, { q: undefined, state, page: 1 })).total).toBeGreaterThan(0);
  }
});

it('the desk shows who may call for a unit, who may go, and which enterprise is meant; of its own district', async () => {
  const asked = { agency: leng.agency, firm: leng.toldTerritory };
  const desk = await loadCallDesk(office, asked);
  expect(desk.leaders).toEqual([expect.objectContaining({ name: '曾立', phone: '19900000143' })]);
  expect(desk.officers.find(({ credentialNo }) => credentialNo === leng.inspectors[0])).toMatchObject({ name: '何晨', fault: '' });
  expect(desk.enterprises.map(({ uscc }) => uscc)).toEqual([leng.toldTerritory]);
  expect(await loadCallDesk(elsewhere, asked)).toMatchObject({ leaders: [], officers: [], enterprises: [] });
});

describe('a call of the unit’s leader', () => {
  it('is filed at once as an emergency, with a number to read out, and everybody concerned is told', async () => {
    const { filing, confirmationNo } = await logCall(office, callForm(leng));
    expect(confirmationNo).toMatch(/^\d{8}$/);
    expect(await readFiling(filing)).toMatchObject({ status: 'filed', emergency: true, filing_no: expect.any(String), author_id: null });
    expect(await readEvents(filing)).toEqual(['emergency.logged']);
    expect(await readTold(filing, 'emergency.logged')).toEqual(expect.arrayContaining(['hechen', 'shenfeijing', 'shenleyu', 'zengli']));
    expect(await asOwner('SELECT territory_code FROM territory_notice WHERE filing_id = $1', [filing])).toHaveLength(1);
    const [{ rows: byNo }, { rows: byPlate }] = await Promise.all([
      find(`${confirmationNo.slice(0, 4)} ${confirmationNo.slice(4)}`),
      find('湘M·D1234'),
    ]);
    expect([byNo.map(({ id }) => id), byPlate.map(({ id }) => id)]).toEqual([[filing], [filing]]);
  });

  it('sent twice at once is one call, and the second says the number', async () => {
    const call = at(0);
    await expectOneOf([act(office, logEmergency, call), act(office, logEmergency, call)]);
    expect(await asOwner('SELECT 1 FROM emergency WHERE filing_id = $1', [call.id])).toHaveLength(1);
    const { confirmationNo } = await readOne<{ confirmationNo: string }>(
      'SELECT confirmation_no AS "confirmationNo" FROM emergency WHERE filing_id = $1',
      [call.id],
    );
    expect(await act(office, logEmergency, call)).toMatchObject({
      refusal: { kind: 'stale', say: expect.stringContaining(confirmationNo) },
    });
  });

  it('of anybody else, with one officer, or beside a visit of the unit that stands, is refused and leaves nothing', async () => {
    const before = await readState();
    expect(await act(office, logEmergency, { ...at(1), caller: inspectorIdOf(leng.inspectors[0]) })).toMatchObject({
      refusal: { kind: 'invalid', fields: { caller: [expect.any(String)] } },
    });
    expect(await act(office, logEmergency, { ...at(1), inspectors: [leng.inspectors[0]] })).toMatchObject({
      refusal: { kind: 'unlawful' },
    });
    expect(await act(office, logEmergency, { ...at(0), id: randomUUID() })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await readState()).toEqual(before);
  });

  it("is another office's business in another district", async () => {
    await expectNotFound(() => act(elsewhere, logEmergency, at(1)));
  });

  it('of an opened case is told to nobody', async () => {
    const { filing } = await logCall(office, {
      ...callForm(leng),
      trigger: 'openedCase',
      enterprise: enterpriseId(leng, freeEnterprise(leng, 6)),
    });
    expect(await asOwner('SELECT 1 FROM territory_notice WHERE filing_id = $1', [filing])).toEqual([]);
    expect(await asOwner('SELECT 1 FROM contact_notice WHERE filing_id = $1', [filing])).toEqual([]);
  });

  it('never becomes an ordinary filing', async () => {
    const { filing } = await logCall(office, at(7));
    await expect(asOwner('UPDATE filing SET emergency = false WHERE id = $1', [filing])).rejects.toThrow('an emergency stays an emergency');
  });
});

describe('an enterprise on the line', () => {
  it('confirms, or contradicts with words: the office is alerted, the agency learns nothing', async () => {
    const { filing } = await logCall(office, at(1));
    await succeed(office, answerCall, { filing, answer: 'confirmed', note: '' });
    expect(await act(office, answerCall, { filing, answer: 'notAsRecorded', note: '' })).toMatchObject({
      refusal: { kind: 'invalid', fields: { note: [expect.any(String)] } },
    });
    await succeed(office, answerCall, { filing, answer: 'notAsRecorded', note: '来了五个人' });
    expect(await asOwner('SELECT kind FROM alert WHERE filing_id = $1', [filing])).toEqual([{ kind: 'notAsFiled' }]);
    expect(await readEvents(filing)).toEqual(['emergency.logged']);
    expect((await loadEmergency(office, filing))?.calls).toHaveLength(2);
    expect((await loadEmergency(filer, filing))?.calls).toEqual([]);
    await expectNotFound(() => act(elsewhere, answerCall, { filing, answer: 'confirmed', note: '' }));
  });
});

describe('the supplement', () => {
  it('is written by the filer, approved by another, and only of what was shown', async () => {
    const { filing } = await logCall(office, at(2));
    await expectNotFound(
      () => act(otherFiler, supplementEmergency, { filing, ...form }),
      () => act(foreignFiler, supplementEmergency, { filing, ...form }),
      () => act(otherFiler, approveSupplement, { filing, seen: '' }),
    );
    expect(await act(filer, supplementEmergency, { filing, ...form, matters: [] })).toMatchObject({ refusal: { kind: 'invalid' } });
    await succeed(filer, supplementEmergency, { filing, ...form });
    expect((await loadSupplement(filer, filing))?.request.matters).toEqual([leng.matter]);
    expect(await loadSupplement(otherFiler, filing)).toBeNull();
    const seen = await readFingerprint(db(), filing);
    expect(await act(filer, approveSupplement, { filing, seen })).toMatchObject({ refusal: { kind: 'notPermitted' } });
    expect(await act(head, approveSupplement, { filing, seen: 'other' })).toMatchObject({ refusal: { kind: 'stale' } });
    await expectOneOf([act(head, approveSupplement, { filing, seen }), act(head, approveSupplement, { filing, seen })]);
    expect(await readEmergency(filing)).toMatchObject({ late: false, supplemented_at: expect.any(Date) });
    expect(await act(filer, supplementEmergency, { filing, ...form })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await readFiling(filing)).toMatchObject({ emergency: true, verdict: { findings: expect.any(Array) } });
    expect(await asOwner('SELECT 1 FROM filing_matter WHERE filing_id = $1', [filing])).toHaveLength(1);
  });

  it('waits for a result that is being recorded, and asks for those of the matters that it adds', async () => {
    const { filing } = await logCall(office, at(9));
    const [second = ''] = (
      await asOwner<{ code: string }>(
        `SELECT code FROM matter WHERE agency_kind = (SELECT kind FROM agency WHERE code = $1) AND code <> $2 ORDER BY code = $3 DESC, code LIMIT 1`,
        [leng.agency, leng.matter, leng.undisturbed.matter],
      )
    ).map(({ code }) => code);
    await succeed(filer, supplementEmergency, { filing, ...form });
    await visited(filing);
    const late = { pending: Promise.resolve<unknown>(null) };
    await db().$transaction(async (tx) => {
      const noted = await noteFinding({ tx, scope: filer, now: new Date(), record: () => undefined }, { filing, ...finding(leng.matter) });
      expect(noted).toMatchObject({ ok: true, value: { complete: true } });
      late.pending = act(filer, supplementEmergency, { filing, ...form, matters: [second] });
      await Promise.race([late.pending, new Promise((passed) => setTimeout(passed, 300))]);
    });
    expect(await late.pending).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await readFiling(filing)).toMatchObject({ status: 'findingRecorded' });
    const recorded = () => asOwner<{ recorded_at: Date | null }>('SELECT recorded_at FROM filing_agency WHERE filing_id = $1', [filing]);
    expect((await recorded())[0]?.recorded_at).not.toBeNull();
    await succeed(filer, supplementEmergency, { filing, ...form, matters: [leng.matter, second] });
    expect([await recorded(), (await readFiling(filing)).status]).toEqual([[{ recorded_at: null }], 'left']);
    await succeed(filer, supplementEmergency, { filing, ...form });
    expect([(await recorded())[0]?.recorded_at, (await readFiling(filing)).status]).toEqual([expect.any(Date), 'findingRecorded']);
  });

  it('keeps the matters that have a result', async () => {
    const { filing } = await logCall(office, at(3));
    await succeed(filer, supplementEmergency, { filing, ...form });
    await asOwner(
      `INSERT INTO finding (id, district_code, filing_id, agency_code, matter_id, no, checked, result, follow_up, recorded_at)
      SELECT gen_random_uuid(), $2, $1, $3, matter_id, 'X-1', true, 'nothingFound', 'none', now() FROM filing_matter WHERE filing_id = $1`,
      [filing, leng.districtCode, leng.agency],
    );
    expect(await act(filer, supplementEmergency, { filing, ...form, matters: [leng.undisturbed.matter] })).toMatchObject({
      refusal: { kind: 'invalid', fields: { matters: [expect.stringContaining('已有检查结果')] } },
    });
  });
});

describe('a call at night', () => {
  it('is followed by a clock, reminders, the list, and a late supplement that stays late', async () => {
    const { filing } = await logCall(office, at(4));
    const before = (await loadEmergencyShare(publicScope({ type: 'public' }))).find(({ code }) => code === leng.agency);
    await watchEmergencies('test');
    expect(await readEmergency(filing)).toMatchObject({ due_day: null, reminders: 0 });
    await moveBack(filing, 2);
    await watchEmergencies('test');
    expect(await readEmergency(filing)).toMatchObject({ due_day: expect.any(String), overdue_at: null });
    await dueIn(filing, 0);
    await watchEmergencies('test');
    expect(await readEmergency(filing)).toMatchObject({ reminders: 2, overdue_at: null });
    expect(await readTold(filing, 'emergency.reminded')).toEqual(['shenleyu', 'zengli']);
    await dueIn(filing, -1);
    await watchEmergencies('test');
    const state = await readState();
    await watchEmergencies('test');
    expect(await readState()).toEqual(state);
    expect(await readEmergency(filing)).toMatchObject({ overdue_at: expect.any(Date), supplemented_at: null });
    expect(await asOwner('SELECT kind FROM alert WHERE filing_id = $1', [filing])).toEqual([{ kind: 'supplementOverdue' }]);
    expect((await listEmergencies(office, { q: undefined, state: 'overdue', page: 1 })).rows.map(({ id }) => id)).toContain(filing);
    expect((await listEmergencies(otherFiler, { q: undefined, state: 'overdue', page: 1 })).rows.map(({ id }) => id)).not.toContain(filing);
    await succeed(filer, supplementEmergency, { filing, ...form });
    await succeed(head, approveSupplement, { filing, seen: await readFingerprint(db(), filing) });
    expect(await readEmergency(filing)).toMatchObject({ late: true, supplemented_at: expect.any(Date), overdue_at: expect.any(Date) });
    const after = (await loadEmergencyShare(publicScope({ type: 'public' }))).find(({ code }) => code === leng.agency);
    expect(after).toMatchObject({ emergencies: before?.emergencies, late: (before?.late ?? 0) + 1 });
  });

  it('counts from the check-out where there is one', async () => {
    const { filing } = await logCall(office, at(8));
    await moveBack(filing, 1);
    await asOwner(
      `UPDATE filing_agency SET checked_in_at = now() - interval '20 hours', checked_out_at = now() - interval '1 second' WHERE filing_id = $1`,
      [filing],
    );
    await watchEmergencies('test');
    const [row] = await asOwner<{ ended: boolean }>(
      `SELECT ended_at > now() - interval '1 minute' AS ended FROM emergency WHERE filing_id = $1`,
      [filing],
    );
    expect(row?.ended).toBe(true);
  });
});
