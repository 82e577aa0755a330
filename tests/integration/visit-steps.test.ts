import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findDue } from '#features/feedback/queries/find-visit.ts';
import { loadInspectorDay } from '#features/home/queries/load-inspector-day.ts';
import { postStep } from '#features/visit/api/routes.ts';
import { visitWatch } from '#features/visit/commands/watch-visits.ts';
import { loadPhoneDay } from '#features/visit/queries/load-phone-day.ts';
import { db } from '#platform/db.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner, call } from '#support/api.ts';
import { expectNotFound } from '#support/filings.ts';
import { accepted, keyOf, signIn } from '#support/people.ts';
import { inRequest } from '#support/request-scope.ts';
import { readEvents, readFiling, readOne } from '#support/rows.ts';
import { bringToday, inspectorOf, send, sendPicture, stepOf, visitNow } from '#support/visits.ts';

const { leng } = journey;
const key = await keyOf(leng.agency);
const [mine, colleague, neighbour, stranger] = await Promise.all(['hechen', 'shenfeijing', 'yaokang', 'xiaqiangyan'].map(inspectorOf));
if (!mine || !colleague || !neighbour || !stranger) throw new Error('nobody there');
const countSteps = (filing: string) =>
  readOne<{ steps: number; people: number | null; out: boolean }>(
    `SELECT (SELECT count(*)::int FROM visit_event WHERE filing_id = $1) AS steps, people_came AS people, checked_out_at IS NOT NULL AS out
    FROM filing_agency WHERE filing_id = $1 AND agency_code = $2`,
    [filing, leng.agency],
  );
const alertsOf = async (filing: string) =>
  (await asOwner<{ kind: string }>('SELECT kind FROM alert WHERE filing_id = $1 ORDER BY kind', [filing])).map(({ kind }) => kind);

it('a visit goes in, works and leaves; each step has a receipt, and sending it again is harmless', async () => {
  const filing = await visitNow(key, 0);
  const checkIn = stepOf({ filing, step: 'checkedIn', body: { people: 2 } });
  const first = await accepted(send(mine, checkIn));
  expect(first).toMatchObject({ conflict: '', flags: [], receipt: expect.stringMatching(/^R-[0-9A-Z]{4}-[0-9A-Z]{4}$/) });
  expect(await accepted(send(mine, checkIn))).toEqual(first);
  expect(await readFiling(filing)).toMatchObject({ status: 'checkedIn' });
  await accepted(send(mine, stepOf({ filing, step: 'matterChecked', body: { matter: leng.matter, done: true } })));
  await accepted(send(mine, stepOf({ filing, step: 'checkedOut', body: {} })));
  expect(await readFiling(filing)).toMatchObject({ status: 'left' });
  expect(await countSteps(filing)).toEqual({ steps: 3, people: 2, out: true });
  expect(await readEvents(filing)).toEqual(expect.arrayContaining(['visit.checkedIn', 'visit.left']));
});

it('the same id with another body is refused, and the first one stays', async () => {
  const filing = await visitNow(key, 1);
  const id = randomUUID();
  await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 }, id })));
  expect(await send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 5 }, id }))).toMatchObject({
    ok: false,
    refusal: { kind: 'stale' },
  });
  expect(await countSteps(filing)).toMatchObject({ steps: 1, people: 2 });
});

it('finds nobody else’s visit: another agency, another district', async () => {
  const filing = await visitNow(key, 2);
  const attempt = (scope: typeof mine) => () => send(scope, stepOf({ filing, step: 'checkedIn', body: { people: 2 } }));
  await expectNotFound(attempt(neighbour), attempt(stranger));
});

it('two inspectors and the same phone twice at once: one check-in counts, the others hear of it', async () => {
  const filing = await visitNow(key, 3);
  const once = stepOf({ filing, step: 'checkedIn', body: { people: 2 } });
  const outcomes = await Promise.all([once, once, once].map((input) => send(mine, input)));
  const receipts = outcomes.map((outcome) => (outcome.ok ? outcome.value.receipt : 'refused'));
  expect(new Set(receipts).size).toBe(1);
  const second = await send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 3 } }));
  expect(second).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  expect(await countSteps(filing)).toMatchObject({ steps: 1, people: 2 });
});

it('what happened offline counts late with its flags, and the office is told of entry before the territory’s word', async () => {
  const filing = await visitNow(key, 5);
  await asOwner(
    `INSERT INTO territory_notice (filing_id, territory_code, sent_at) SELECT $1, code, now() FROM territory WHERE district_code = $2 ORDER BY code LIMIT 1
    ON CONFLICT (filing_id) DO NOTHING`,
    [filing, leng.districtCode],
  );
  expect(await send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 } }))).toMatchObject({
    ok: false,
    refusal: { kind: 'stale', say: expect.stringContaining('签收') },
  });
  const late = await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ago: 30 })));
  expect(late).toMatchObject({ conflict: '', flags: expect.arrayContaining(['late', 'unacknowledged']) });
  expect(await alertsOf(filing)).toEqual(['beforeAcknowledged']);
});

it('a phone whose clock is slow passes no gate that holds for what is done now, and a fast one loses nothing that was offline', async () => {
  const filing = await visitNow(key, 8);
  await asOwner('DELETE FROM territory_notice WHERE filing_id = $1', [filing]);
  await asOwner(`UPDATE filing SET status = 'revoked' WHERE id = $1`, [filing]);
  const slow = stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ahead: -10 });
  expect(await send(mine, slow)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  const fast = await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ago: 30, ahead: 60 })));
  expect(fast.conflict).toContain('撤销');
  await asOwner(`UPDATE filing SET status = 'filed' WHERE id = $1`, [filing]);
  const counted = await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ago: 30, ahead: 60 })));
  expect(counted).toMatchObject({ conflict: '', flags: ['late', 'clockOff'] });
});

it('what contradicts the record is kept, counts for nothing, and alerts the office', async () => {
  const filing = await visitNow(key, 4);
  await asOwner(`UPDATE filing SET status = 'revoked' WHERE id = $1`, [filing]);
  const input = stepOf({ filing, step: 'checkedIn', body: { people: 2 }, ago: 30 });
  const kept = await accepted(send(mine, input));
  expect(kept.conflict).toContain('撤销');
  expect(await accepted(send(mine, input))).toEqual(kept);
  expect(await countSteps(filing)).toEqual({ steps: 1, people: null, out: false });
  expect(await alertsOf(filing)).toEqual(['notRecordable']);
  expect(await readFiling(filing)).toMatchObject({ status: 'revoked' });
});

it('refusal of entry is recorded with its ground and told to the office', async () => {
  const filing = await visitNow(key, 6);
  await asOwner('DELETE FROM territory_notice WHERE filing_id = $1', [filing]);
  await accepted(send(mine, stepOf({ filing, step: 'entryRefused', body: { ground: 'noForm', text: '没有看到备案表' } })));
  expect(await alertsOf(filing)).toEqual(['entryRefused']);
  expect(await readFiling(filing)).toMatchObject({ status: 'filed' });
});

it('an agency that never came holds the visit up no longer, once phones had their time', async () => {
  const filing = await visitNow(key, 7);
  await asOwner('DELETE FROM territory_notice WHERE filing_id = $1', [filing]);
  await asOwner(`INSERT INTO filing_agency (filing_id, agency_code, is_lead) VALUES ($1, '431103-fire', false)`, [filing]);
  await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 } })));
  await accepted(send(mine, stepOf({ filing, step: 'checkedOut', body: {} })));
  await visitWatch.run({}, 'test');
  expect(await readFiling(filing)).toMatchObject({ status: 'checkedIn' });
  await bringToday(filing, { endsIn: -9 * 24 * 60 });
  await Promise.all([visitWatch.run({}, 'test'), visitWatch.run({}, 'test')]);
  expect(await readFiling(filing)).toMatchObject({ status: 'left' });
  expect((await readEvents(filing)).filter((event) => event === 'visit.missed')).toHaveLength(1);
});

it('a part that never checks out: the office is alerted once, the visit goes on by its planned end, and checking out stays possible', async () => {
  const filing = await visitNow(key, 9);
  await asOwner('DELETE FROM territory_notice WHERE filing_id = $1', [filing]);
  await accepted(send(mine, stepOf({ filing, step: 'checkedIn', body: { people: 2 } })));
  await visitWatch.run({}, 'test');
  expect(await alertsOf(filing)).toEqual([]);
  await bringToday(filing, { endsIn: -9 * 24 * 60 });
  await Promise.all([visitWatch.run({}, 'test'), visitWatch.run({}, 'test')]);
  expect(await alertsOf(filing)).toEqual(['neverLeft']);
  expect((await readEvents(filing)).filter((event) => event === 'visit.endPresumed')).toHaveLength(1);
  expect(await readFiling(filing)).toMatchObject({ status: 'left' });
  const told = await asOwner('SELECT 1 FROM notification WHERE user_id = $1 AND href = $2', [mine.actor.id, `/inspector/visits/${filing}`]);
  expect(told).toHaveLength(1);
  expect((await loadPhoneDay(mine)).visits.map(({ id }) => id)).toContain(filing);
  expect((await loadInspectorDay(mine)).visits.map(({ id }) => id)).toContain(filing);
  expect((await findDue(db())).map((due) => due.filing)).toContain(filing);
  await accepted(send(mine, stepOf({ filing, step: 'checkedOut', body: {} })));
  expect((await loadPhoneDay(mine)).visits.map(({ id }) => id)).not.toContain(filing);
});

it('a picture taken without a line outlives an amendment; one of a foreign matter or beyond the most is refused', async () => {
  const filing = await visitNow(key, 9);
  const picture = (about: Partial<Parameters<typeof sendPicture>[1]> = {}) => sendPicture(mine, { filing, matter: leng.matter, ...about });
  expect((await accepted(picture())).conflict).toBe('');
  expect(await picture({ matter: 'FR-001' })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
  expect((await accepted(picture({ matter: 'FR-001', ago: 30 }))).conflict).toContain('事项');
  await asOwner(
    `INSERT INTO evidence (id, filing_id, agency_code, mime, bytes, sha256, size, device_at, received_at, receipt)
    SELECT gen_random_uuid(), $1, $2, 'image/jpeg', '\\xff', encode(sha256('\\xff'), 'hex'), 1, now(), now(), 'R-FULL-' || n FROM generate_series(1, 59) n`,
    [filing, leng.agency],
  );
  expect(await picture()).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  await asOwner('DELETE FROM filing_inspector WHERE filing_id = $1 AND inspector_id = $2', [filing, mine.actor.inspectorId]);
  expect(await picture()).toMatchObject({ ok: false, refusal: { kind: 'notFound' } });
  const id = randomUUID();
  const kept = await accepted(picture({ ago: 30, id }));
  expect(kept).toMatchObject({ conflict: expect.stringContaining('执法人员'), receipt: expect.stringMatching(/^R-/) });
  expect(await accepted(picture({ ago: 30, id }))).toEqual(kept);
  expect(await alertsOf(filing)).toEqual(['notRecordable', 'notRecordable']);
});

it('what one person kept is not taken under the session of another who signed in on the same phone', async () => {
  const [{ secret, actor }, filing] = [await signIn('hechen'), await visitNow(key, 7)];
  const raw = JSON.stringify(stepOf({ filing, step: 'codeShown', body: {} }));
  const ask = async (owner: string) =>
    (await inRequest({ secret }, () => call(postStep, 'POST', { headers: { 'x-ningqi-owner': owner }, raw }))).result.status;
  expect(await ask(colleague.actor.id)).toBe(401);
  expect(await countSteps(filing)).toMatchObject({ steps: 0 });
  expect(await ask(actor.id)).toBe(200);
});
