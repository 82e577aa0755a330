import { describe, expect, it } from 'vitest';
import { downloadLetter } from '#features/finding/api/downloads.ts';
import { issueLetter } from '#features/finding/commands/issue-letter.ts';
import { noteFinding } from '#features/finding/commands/note-finding.ts';
import { publishLetter, withdrawLetter } from '#features/finding/commands/publish-letter.ts';
import { recheckRectification, reportRectification, startRecheck } from '#features/finding/commands/rectify.ts';
import { listFindingDesk } from '#features/finding/queries/list-desk.ts';
import { listResults } from '#features/finding/queries/list-results.ts';
import { loadLetter } from '#features/finding/queries/load-letter.ts';
import { loadPartDesk } from '#features/finding/queries/load-part-desk.ts';
import { findingFilter } from '#features/finding/schema.ts';
import { publicScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { finding, order, safety, visitedCase } from '#support/findings.ts';
import { readPdf } from '#support/pdf-text.ts';
import { act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { at, freeDay } from '#support/requests.ts';
import { readEvents, readOne } from '#support/rows.ts';

const { leng } = journey;
const everybody = publicScope({ type: 'public' });
const [filer, head, office] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli'), officeOf('luolin')]);
const safetyKey = await keyOf(safety.agency);
const filing = await visitedCase(0);
const strokes = [
  [
    [0, 0],
    [40, 20],
  ],
];
await asOwner(
  `INSERT INTO visit_event (id, filing_id, agency_code, step, body, device_at, received_at, receipt)
  VALUES (gen_random_uuid(), $1, $2, 'opinionGiven', $3, now(), now(), 'R-TEST-0001')`,
  [filing, leng.agency, JSON.stringify({ text: '属实', signer: '王经理', refused: false, strokes })],
);

describe('a result letter', () => {
  it('waits for every matter, and is another agency’s to issue of its own part alone', async () => {
    expect(await act(filer, issueLetter, { filing })).toMatchObject({ refusal: { kind: 'stale' } });
    const elsewhere = await keyOf('511724-amr');
    await expectNotFound(() => act(elsewhere, issueLetter, { filing }));
  });

  it('is issued once, by two at once; the enterprise is told where it lies', async () => {
    await succeed(filer, noteFinding, { filing, ...order(leng.matter) });
    await expectOneOf([1, 2].map(() => act(filer, issueLetter, { filing })));
    const { code } = await readOne<{ code: string }>('SELECT code FROM result_letter WHERE filing_id = $1', [filing]);
    const told = await asOwner<{ params: { code: string } }>(`SELECT params FROM outbox_message WHERE template = 'letterIssued'`);
    expect(told.map(({ params }) => params.code)).toContain(code);
    expect(await act(filer, noteFinding, { filing, ...finding(leng.matter) })).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('says what was found, the opinion and the signature, on the page and on paper', async () => {
    const { code } = await readOne<{ code: string }>('SELECT code FROM result_letter WHERE filing_id = $1', [filing]);
    const view = await loadLetter(everybody, code);
    expect(view).toMatchObject({ state: 'issued', letter: { findings: [{ text: '台账不全' }], opinion: { text: '属实', strokes } } });
    const answer = await downloadLetter(new Request('http://localhost/l'), { params: Promise.resolve({ code }) });
    const text = readPdf(new Uint8Array(await answer.arrayBuffer())).pages.join('');
    for (const said of ['检查结果告知书', '台账不全', '补齐台账', '签名人：王经理', '0 张']) expect(text).toContain(said);
  });

  it('is nothing under another code', async () => expect(await loadLetter(everybody, '0'.repeat(26))).toMatchObject({ state: 'unknown' }));
});

describe('publication', () => {
  const found = async (q: string) => (await listResults(everybody, { q, page: 1 })).rows;

  it('is the own agency’s, once', async () => {
    await expectNotFound(() => act(safetyKey, publishLetter, { filing }));
    await expectOneOf([1, 2].map(() => act(head, publishLetter, { filing })));
    const { filing_no: no } = await readOne<{ filing_no: string }>('SELECT filing_no FROM filing WHERE id = $1', [filing]);
    expect(await found(no)).toMatchObject([{ findings: [{ result: 'toBeFollowed', followUp: 'orderToCorrect' }], withdrawnAt: null }]);
    expect(JSON.stringify(await found(no))).not.toContain('台账不全');
  });

  it('taken back says only that', async () => {
    const { filing_no: no, name } = await readOne<{ filing_no: string; name: string }>(
      'SELECT filing_no, name FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE filing.id = $1',
      [filing],
    );
    await expectNotFound(() => act(safetyKey, withdrawLetter, { filing, reason: '误' }));
    await expectOneOf([1, 2].map(() => act(head, withdrawLetter, { filing, reason: '主体有误' })));
    expect(await found(no)).toMatchObject([{ enterprise: null, uscc: null, findings: [], withdrawnReason: '主体有误' }]);
    expect((await found(name)).map(({ filingNo }) => filingNo)).not.toContain(no);
    const { code } = await readOne<{ code: string }>('SELECT code FROM result_letter WHERE filing_id = $1', [filing]);
    expect(await loadLetter(everybody, code)).toMatchObject({ state: 'withdrawn', reason: '主体有误' });
  });
});

describe('an order to correct', () => {
  const findingOf = async (of: string) => (await readOne<{ id: string }>('SELECT id FROM finding WHERE filing_id = $1 LIMIT 1', [of])).id;
  const statusOf = async (id: string) =>
    (await readOne<{ status: string }>('SELECT status::text FROM rectification WHERE finding_id = $1', [id])).status;

  it('is reported, then passed once, by its own agency', async () => {
    const id = await findingOf(filing);
    await expectNotFound(
      () => act(safetyKey, reportRectification, { finding: id, note: '已改' }),
      () => act(safetyKey, recheckRectification, { finding: id, outcome: 'passed', note: '看过' }),
      () => act(safetyKey, startRecheck, { finding: id }),
    );
    await succeed(filer, reportRectification, { finding: id, note: '已改' });
    await expectOneOf([1, 2].map(() => act(filer, recheckRectification, { finding: id, outcome: 'passed', note: '看过' })));
    expect(await statusOf(id)).toBe('passed');
  });

  it('opens a form for going there again, and ends with what that visit found', async () => {
    const first = await visitedCase(3);
    await succeed(filer, noteFinding, { filing: first, ...order(leng.matter) });
    const id = await findingOf(first);
    const { no } = await readOne<{ no: string }>('SELECT no FROM finding WHERE id = $1', [id]);
    const { draft } = await succeed(filer, startRecheck, { finding: id });
    expect(await readOne('SELECT body FROM filing_draft WHERE id = $1', [draft])).toMatchObject({
      body: { kind: 'case', triggerType: 'recheck', triggerReference: no, matters: [leng.matter] },
    });
    const again = await visitedCase(3, { start: at(freeDay, '14:00'), end: at(freeDay, '16:00') });
    await asOwner(`UPDATE filing SET request = jsonb_set(request, '{trigger}', $2::jsonb) WHERE id = $1`, [
      again,
      JSON.stringify({ type: 'recheck', reference: no }),
    ]);
    await succeed(filer, noteFinding, { filing: again, ...finding(leng.matter) });
    expect(await statusOf(id)).toBe('passed');
    expect(await readEvents(first)).toContain('rectification.rechecked');
  });
});

describe('the desk', () => {
  it('holds an agency’s own parts, and a district’s for the office', async () => {
    const own = await listFindingDesk(filer, findingFilter.parse({ view: 'published' }));
    expect(own.found).toBeGreaterThan(0);
    expect(new Set(own.rows.map(({ agencyName }) => agencyName)).size).toBe(1);
    const all = await listFindingDesk(office, findingFilter.parse({ view: 'published' }));
    expect(all.found).toBeGreaterThan(own.found);
    for (const view of ['record', 'issue', 'publish', 'rectify', 'received'] as const)
      expect((await listFindingDesk(office, findingFilter.parse({ view }))).rows.length).toBeLessThanOrEqual(50);
  });

  it('shows a visit to those on it, and to nobody of another district', async () => {
    expect((await loadPartDesk(safetyKey, filing))?.parts.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect(await loadPartDesk(await keyOf('511724-amr'), filing)).toBeNull();
  });
});
