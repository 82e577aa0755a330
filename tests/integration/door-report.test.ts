import { describe, expect, it } from 'vitest';
import { raiseReportAction } from '#features/door-report/actions.ts';
import { answerReport } from '#features/door-report/commands/answer-report.ts';
import { findDoorPlaces, listReports } from '#features/door-report/queries/load-reports.ts';
import { lookReceiptAction } from '#features/feedback/actions.ts';
import { countLook } from '#features/verification/api/count-look.ts';
import { getCode } from '#features/verification/api/routes.ts';
import { loadCode } from '#features/verification/queries.ts';
import { publicScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner, call } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, keyOf, officeOf } from '#support/people.ts';
import { press } from '#support/request-scope.ts';
import { readEvents, readOne, readTold } from '#support/rows.ts';
import { visitNow } from '#support/visits.ts';

const { leng } = journey;
const [office, foreignOffice, key] = await Promise.all([officeOf('luolin'), officeOf('penghaoran'), keyOf(leng.agency)]);
const filing = await visitNow(key, 0);
const { public_code: code } = await readOne<{ public_code: string }>('SELECT public_code FROM filing WHERE id = $1', [filing]);
const everybody = publicScope({ type: 'public' });

const report = (fields: Record<string, string | string[]>, address = '192.0.2.20') =>
  press(raiseReportAction, { address }, { kind: 'notAsFiled', code, district: '431103', ...fields });
const reports = (text: string) => asOwner<{ id: string; filing_id: string | null }>('SELECT * FROM door_report WHERE text = $1', [text]);

describe('what is said from the door', () => {
  it('reaches the office at once with an alert, and nobody else; the receipt reads its answer', async () => {
    const { state } = await report({ what: ['extraPeople', 'otherMatters'], text: '多来了两个人' });
    expect(state?.shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-?){4}$/);
    const [row] = await reports('多来了两个人');
    expect(row?.filing_id).toBe(filing);
    expect(await readTold(row?.id ?? '', 'door.reported')).toEqual(expect.arrayContaining(['luolin', 'xiezhiyuan']));
    const told = await asOwner(
      `SELECT role FROM notification JOIN user_account ON user_account.id = user_id WHERE event = 'door.reported' AND role::text NOT LIKE 'office%'`,
    );
    expect(told).toEqual([]);
    const alert = await readOne<{ agency_code: string | null; facts: object }>(`SELECT * FROM alert WHERE dedupe = $1`, [
      `notAsFiled:door/${row?.id}`,
    ]);
    expect(alert).toMatchObject({ agency_code: null, facts: { 情形: '多来了人、查了备案以外的事项' } });
    expect(await readEvents(filing)).not.toContain('door.reported');
    await expectNotFound(() => act(foreignOffice, answerReport, { report: row?.id ?? '', answer: '不归我' }));
    expect((await listReports(foreignOffice)).map(({ id }) => id)).not.toContain(row?.id);
    await expectOneOf([1, 2].map(() => act(office, answerReport, { report: row?.id ?? '', answer: '已到场核实' })));
    const look = await press(lookReceiptAction, { address: '192.0.2.20' }, { receipt: state?.shown ?? '' });
    expect(look.state?.shown).toContain('已到场核实');
  });

  it('is taken down for a code that stands for nothing, in the district that is named', async () => {
    expect((await findDoorPlaces(everybody, '7Q4MX9KD2RTVB6HNPW3C8YFA5J')).length).toBe(2);
    expect((await findDoorPlaces(everybody, code)).map((place) => place.code)).toEqual(['431103']);
    await report({ code: '没有码', what: ['noForm'], text: '没有出示', district: '511724' });
    expect((await reports('没有出示'))[0]?.filing_id).toBeNull();
    expect((await listReports(foreignOffice)).some(({ text }) => text === '没有出示')).toBe(true);
    await report({ what: ['noForm'], text: '别的区', district: '511724' });
    expect((await reports('别的区'))[0]?.filing_id).toBeNull();
  });

  it('needs a ground for a refusal, and a question its words and a telephone', async () => {
    expect((await report({ kind: 'refusedEntry', what: [] })).state?.errors.what?.[0]).toContain('理由');
    expect((await report({ kind: 'refusedEntry', what: ['wrongPeople'] })).state?.errors.what?.[0]).toContain('没有这个选项');
    expect(Object.keys((await report({ kind: 'question' })).state?.errors ?? {}).sort()).toEqual(['phone', 'text']);
    expect((await report({ district: '999999', what: ['noForm'] })).state?.errors.district?.[0]).toContain('区县');
    const { state } = await report({ kind: 'refusedEntry', what: ['fewerThanTwo'], text: '只来一人' }, '192.0.2.21');
    expect(state?.shown).toBeTruthy();
    expect(await asOwner(`SELECT FROM alert WHERE kind = 'entryRefused' AND filing_id = $1`, [filing])).toHaveLength(1);
  });

  it('is limited per address', async () => {
    const tries = await Promise.all(Array.from({ length: 14 }, () => report({ what: ['noForm'], text: '太多' }, '192.0.2.22')));
    expect(tries.filter(({ state }) => state?.shown)).toHaveLength(10);
    expect(tries.filter(({ state }) => state?.say?.includes('太频繁'))).toHaveLength(4);
  });
});

describe('the first look behind a code', () => {
  const look = async (init: RequestInit = {}) => countLook(new Request(`http://localhost:3000/c/${code}`, init), await loadCode(code));
  const scanned = () => readOne<{ scanned_at: Date | null }>('SELECT scanned_at FROM filing WHERE id = $1', [filing]);

  it('is counted once, not for HEAD, a prefetch or a preview, and says nothing about who looked', async () => {
    await look({ method: 'HEAD' });
    await look({ headers: { 'sec-purpose': 'prefetch' } });
    await look({ headers: { 'user-agent': 'SomeChat-LinkPreview/1.0' } });
    await call(getCode, 'GET', { params: { publicCode: code }, headers: { 'x-forwarded-for': '192.0.2.23' } });
    expect((await scanned()).scanned_at).toBeNull();
    const views = await Promise.all([1, 2, 3].map(() => look()));
    expect(views.map(({ state }) => state)).toEqual(['genuine', 'genuine', 'genuine']);
    expect((await scanned()).scanned_at).not.toBeNull();
    expect((await readEvents(filing)).filter((event) => event === 'code.scanned')).toHaveLength(1);
    const { detail } = await readOne<{ detail: object }>(`SELECT detail FROM audit_record WHERE subject = $1 AND event = 'code.scanned'`, [
      filing,
    ]);
    expect(detail).toEqual({});
    const { body } = await call(getCode, 'GET', { params: { publicCode: code }, headers: { 'x-forwarded-for': '192.0.2.24' } });
    expect(body).toMatchObject({ state: 'genuine', emergency: null });
    expect(Object.keys(body)).not.toContain('firstLook');
  });
});
