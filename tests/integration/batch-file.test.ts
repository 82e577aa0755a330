import { describe, expect, it } from 'vitest';
import { discardBatch, keepBatch } from '#features/batch/commands/keep-batch.ts';
import { approveBatch, type BatchWork, sendBatch } from '#features/batch/commands/send-batch.ts';
import { startBatch } from '#features/batch/commands/start-batch.ts';
import { batchFile, workBatch } from '#features/batch/commands/work-batch.ts';
import { listBatches, loadBatch } from '#features/batch/queries/load-batch.ts';
import { type BatchForm, batchForm, batchStart } from '#features/batch/schema.ts';
import { draftOfRequest } from '#features/filing/schema/draft-request.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { placeDraw, placeEntry } from '#support/draws.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { enterpriseId, freeDays, nextMonthOn, plannedVisit, tenth, visitYear } from '#support/requests.ts';
import { readEvents, readOne, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head, neighbour, stranger] = await Promise.all(
  ['shenleyu', 'zengli', 'suchenxin', 'weibofeng'].map((name) => agencyOf(name)),
);
if (!filer || !head || !neighbour || !stranger) throw new Error('nobody is there');
const enterprises = await untouchedEnterprises(leng.matter, 40);
const no = `${visitYear}-9721`;
const lastDay = freeDays.at(-1) ?? '';
await placeEntry(leng.districtCode, { no, agency: leng.agency, matter: leng.matter, from: nextMonthOn(1), to: lastDay, quota: 60 });
const undrawn = enterprises[4] ?? '';
const drawn = enterprises.filter((uscc) => uscc !== undrawn).map((uscc) => ({ uscc, inspectors: leng.inspectors }));
const { outcomes } = await placeDraw(leng.districtCode, no, drawn);

const start = (change: object) => succeed(filer, startBatch, batchStart.parse(change));
const visit = plannedVisit(leng, { planEntry: no, form: 'onsite' });

/** The form of a batch as the page shows it, each visit at the time that stands. */
async function formOf(batch: string, change: Partial<BatchForm> = {}): Promise<BatchForm> {
  const desk = await loadBatch(filer as AgencyScope, batch);
  if (!desk) throw new Error('no batch');
  const { month: _month, day: _day, endDay: _endDay, startTime: _start, endTime: _end, ...shared } = draftOfRequest({ ...visit, lead: '' });
  const times = {
    days: desk.items.map(({ day }) => day),
    starts: desk.items.map((one) => one.hours.start),
    ends: desk.items.map((one) => one.hours.end),
  };
  return batchForm.parse({ ...shared, firstDay: freeDays[0], perDay: '4', minutes: '60', batch, ...times, ...change });
}

async function workOf(scope: AgencyScope, batch: string, work: 'send' | 'approve') {
  const { actor } = scope;
  if (actor.type !== 'user') throw new Error('nobody');
  return workBatch({ batch, act: work, by: actor.id, session: actor.sessionId }, 'test');
}

const tally = async (batch: string) => {
  const rows = await asOwner<{ status: string; n: number }>(
    'SELECT status::text AS status, count(*)::int AS n FROM filing_batch_item WHERE batch_id = $1 GROUP BY 1',
    [batch],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};

describe('28 enterprises at once, three of them unlawful', () => {
  const chosen = enterprises.slice(0, 28);
  const recused = chosen[10] ?? '';
  let batch = '';

  it('takes pasted codes, proposes times one after the other on lawful days, says all grounds and fixes', async () => {
    await asOwner(
      `INSERT INTO recusal (inspector_id, enterprise_id, reason) SELECT id, $2, '亲属' FROM inspector WHERE credential_no = $1`,
      [leng.inspectors[0], enterpriseId(leng, recused)],
    );
    batch = (await start({ codes: `${chosen.join('，\n')} ${chosen[0]}` })).batch;
    await succeed(filer, keepBatch, await formOf(batch, { intent: 'propose' }));
    const form = await formOf(batch);
    await succeed(filer, keepBatch, { ...form, days: form.days.with(20, tenth) });
    const desk = await loadBatch(filer, batch);
    expect(desk?.items).toHaveLength(28);
    expect(desk?.items[0]).toMatchObject({ uscc: chosen[0], day: freeDays[0], hours: { start: '09:00', end: '10:00' } });
    const forbidden = desk?.items.filter(({ verdict }) => verdict?.kind === 'forbidden') ?? [];
    expect(forbidden.map(({ uscc }) => uscc)).toEqual([undrawn, recused, chosen[20]]);
    expect(
      forbidden.map((item) => item.verdict?.findings.filter(({ outcome }) => outcome === 'forbidden').map(({ rule }) => rule)),
    ).toEqual([['drawn'], ['two-officers'], ['quiet-day']]);
    expect(forbidden[2]?.verdict?.fixes.some(({ kind }) => kind === 'slot')).toBe(true);
  });

  it('is sent once, and files exactly the lawful ones', async () => {
    const form = await formOf(batch);
    await expectOneOf([1, 2].map(() => act(filer, sendBatch, form)));
    await workOf(filer, batch, 'send');
    expect(await tally(batch)).toEqual({ submitted: 25, refused: 3 });
    const desk = await loadBatch(head, batch);
    expect(desk).toMatchObject({ status: 'sent', done: 28, total: 28, waiting: 25 });
    const refused = await asOwner<{ uscc: string; rules: string[] }>(
      `SELECT uscc, rules FROM filing_batch_item item JOIN refusal ON refusal.id = refusal_id JOIN enterprise ON enterprise.id = item.enterprise_id
       WHERE batch_id = $1 ORDER BY position`,
      [batch],
    );
    expect(refused.map(({ uscc, rules }) => [uscc, ...rules])).toEqual([
      [undrawn, 'drawn'],
      [recused, 'two-officers'],
      [chosen[20], 'quiet-day'],
    ]);
    expect(await readTold(batch, 'batch.filed')).toEqual(expect.arrayContaining(['shenleyu', 'zengli']));
    expect((await listBatches(head, 1)).rows[0]).toMatchObject({ id: batch, submitted: 25, refused: 3, waiting: 25 });
  });

  it('is approved by the head in one press, each filing with its own number and record', async () => {
    await expectOneOf([1, 2].map(() => act(head, approveBatch, { batch })));
    expect(await loadBatch(head, batch)).toMatchObject({ isApproving: true });
    await workOf(head, batch, 'approve');
    expect(await loadBatch(head, batch)).toMatchObject({ waiting: 0, filed: 25, isApproving: false });
    const rows = await asOwner<{ id: string; filing_no: string }>(
      `SELECT filing.id, filing_no FROM filing_batch_item JOIN filing ON filing.id = filing_id WHERE batch_id = $1 AND filing.status = 'filed'`,
      [batch],
    );
    expect(new Set(rows.map((row) => row.filing_no)).size).toBe(25);
    expect(await readEvents(rows[0]?.id ?? '')).toEqual(['filing.submitted', 'filing.approved', 'filing.filed']);
    expect(await act(head, approveBatch, { batch })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  });
});

describe('a batch of drawn enterprises', () => {
  it('is filled in from the draw; a crash in the middle doubles nothing and loses nothing', async () => {
    const ids = enterprises.slice(30, 34).map((uscc) => outcomes.get(uscc) ?? '');
    const { batch } = await start({ outcomes: ids });
    const desk = await loadBatch(filer, batch);
    expect(desk?.body).toMatchObject({ kind: 'special', planEntry: no, matters: [leng.matter], inspectors: [] });
    expect(desk?.items.map(({ verdict }) => verdict?.kind)).toEqual(['allowed', 'allowed', 'allowed', 'allowed']);
    const form = await formOf(batch, { inspectors: [] });
    await succeed(filer, sendBatch, form);
    await asOwner(
      `CREATE FUNCTION fall_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.position = 3 AND NEW.status <> 'waiting' THEN RAISE EXCEPTION 'the machine falls down' USING ERRCODE = '57P01'; END IF; RETURN NEW; END $$`,
    );
    await asOwner('CREATE TRIGGER fall_down BEFORE UPDATE ON filing_batch_item FOR EACH ROW EXECUTE FUNCTION fall_down()');
    await expect(workOf(filer, batch, 'send')).rejects.toThrow();
    expect(await tally(batch)).toEqual({ submitted: 2, waiting: 2 });
    await asOwner('DROP TRIGGER fall_down ON filing_batch_item');
    await Promise.all([workOf(filer, batch, 'send'), workOf(filer, batch, 'send')]);
    expect(await tally(batch)).toEqual({ submitted: 4 });
    const { filings } = await readOne<{ filings: number }>(
      `SELECT count(*)::int AS filings FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($1)`,
      [enterprises.slice(30, 34)],
    );
    expect(filings).toBe(4);
    expect((await readEvents(batch)).filter((event) => event === 'batch.filed')).toHaveLength(1);
  });

  it('that was left lying is resumed, and ended where nobody can go on', async () => {
    const sendAt = async (from: number) => {
      const { batch } = await start({ outcomes: enterprises.slice(from, from + 2).map((uscc) => outcomes.get(uscc) ?? '') });
      await succeed(filer, sendBatch, await formOf(batch, { inspectors: [], firstDay: freeDays[1] ?? '' }));
      await asOwner("UPDATE filing_batch SET sent_at = now() - interval '16 minutes' WHERE id = $1", [batch]);
      return batch;
    };
    const eventsOf = async (batch: string) => (await readEvents(batch)).filter((event) => /resumed|closed/.test(event));
    const queued = () =>
      asOwner<{ data: BatchWork }>("SELECT data FROM pgboss.job WHERE name = 'batch-file' ORDER BY created_on DESC LIMIT 1");
    const batch = await sendAt(34);
    await batchFile.run({}, 'test');
    await batchFile.run({}, 'test');
    expect(await eventsOf(batch)).toEqual(['batch.resumed']);
    const [job] = await queued();
    expect(job?.data).toMatchObject({ batch, act: 'send', by: filer.actor.type === 'user' ? filer.actor.id : '' });
    await batchFile.run(job?.data ?? {}, 'test');
    expect(await loadBatch(filer, batch)).toMatchObject({ status: 'sent', done: 2 });
    const orphan = await sendAt(36);
    await asOwner("UPDATE user_account SET disabled_at = now() WHERE username = 'shenleyu'");
    await batchFile.run({}, 'test');
    await asOwner("UPDATE user_account SET disabled_at = NULL WHERE username = 'shenleyu'");
    expect(await eventsOf(orphan)).toEqual(['batch.closed']);
    expect([await tally(orphan), (await loadBatch(filer, orphan))?.status]).toEqual([{ failed: 2 }, 'sent']);
  });

  it('may be approved anew a quarter of an hour after a press that came to nothing', async () => {
    const { batch } = await start({ outcomes: enterprises.slice(38, 40).map((uscc) => outcomes.get(uscc) ?? '') });
    await succeed(filer, sendBatch, await formOf(batch, { inspectors: [], firstDay: freeDays[1] ?? '' }));
    await workOf(filer, batch, 'send');
    await succeed(head, approveBatch, { batch });
    expect(await act(head, approveBatch, { batch })).toMatchObject({ refusal: { kind: 'stale' } });
    await asOwner('ALTER TABLE audit_record DISABLE TRIGGER USER');
    await asOwner("UPDATE audit_record SET at = at - interval '16 minutes' WHERE subject = $1 AND event = 'batch.approved'", [batch]);
    await asOwner('ALTER TABLE audit_record ENABLE TRIGGER USER');
    expect(await loadBatch(head, batch)).toMatchObject({ isApproving: false, waiting: 2 });
    await succeed(head, approveBatch, { batch });
  });

  it('takes no outcomes twice, of two entries, or of others; no unknown codes', async () => {
    const gone = { outcomes: [outcomes.get(enterprises[30] ?? '') ?? ''] };
    expect(await act(filer, startBatch, batchStart.parse(gone))).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    const open = { outcomes: [outcomes.get(enterprises[35] ?? '') ?? ''] };
    expect(await act(neighbour, startBatch, batchStart.parse(open))).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    const foreign = { codes: journey.dazhu.enterprises[0] ?? '' };
    expect(await act(filer, startBatch, batchStart.parse(foreign))).toMatchObject({
      ok: false,
      refusal: { fields: { codes: [expect.stringContaining('没有')] } },
    });
    expect(await act(filer, startBatch, batchStart.parse({}))).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
  });
});

describe('the items of a batch', () => {
  it('are added, taken out and moved; times are those typed', async () => {
    const { batch } = await start({ enterprises: [enterpriseId(leng, enterprises[36] ?? ''), enterpriseId(leng, enterprises[37] ?? '')] });
    await succeed(
      filer,
      keepBatch,
      await formOf(batch, { codes: enterprises[38] ?? '', starts: ['10:00', '10:15'], ends: ['11:00', '不知'] }),
    );
    const added = await loadBatch(filer, batch);
    expect(added?.items.map(({ uscc }) => uscc)).toEqual([36, 37, 38].map((nth) => enterprises[nth]));
    expect(added?.items[0]?.hours).toEqual({ start: '10:00', end: '11:00' });
    const slot = `slot:3:${freeDays[2]}T09:30:00+08:00/${freeDays[2]}T10:30:00+08:00`;
    await succeed(filer, keepBatch, await formOf(batch, { intent: slot }));
    await succeed(filer, keepBatch, await formOf(batch, { intent: 'remove:1' }));
    const left = await loadBatch(filer, batch);
    expect(left?.items.map(({ uscc }) => uscc)).toEqual([37, 38].map((nth) => enterprises[nth]));
    expect(left?.items[1]).toMatchObject({ day: freeDays[2], hours: { start: '09:30', end: '10:30' } });
    await succeed(filer, discardBatch, { batch });
    expect(await loadBatch(filer, batch)).toBeNull();
  });

  it('are nobody else’s', async () => {
    const { batch } = await start({ codes: enterprises[39] ?? '' });
    const form = await formOf(batch);
    for (const scope of [neighbour, stranger]) {
      expect(await loadBatch(scope, batch)).toBeNull();
      expect((await listBatches(scope, 1)).rows).toEqual([]);
      await expectNotFound(
        () => act(scope, keepBatch, form),
        () => act(scope, sendBatch, form),
        () => act(scope, discardBatch, { batch }),
        () => act(scope, approveBatch, { batch }),
      );
    }
  });
});
