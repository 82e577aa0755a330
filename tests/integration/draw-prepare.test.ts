import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { discardDraw, joinDraw, leaveDraw } from '#features/draw/commands/change-prepared.ts';
import { freezeDraw } from '#features/draw/commands/freeze-draw.ts';
import { prepareDraw } from '#features/draw/commands/prepare-draw.ts';
import { voidDraw } from '#features/draw/commands/void-draw.ts';
import { drawPreparation } from '#features/draw/schema.ts';
import { asOwner } from '#support/api.ts';
import { castOf, placePooled, prepared, readDraw } from '#support/draw-lives.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { readEvents, readOne, readTold } from '#support/rows.ts';

const cast = await castOf();
const { filer } = cast;
const other = await agencyOf('suchenxin');
const ask = (entry: string, more: object = {}) => drawPreparation.parse({ entry, ...more });

it('an entry is prepared once; others hear where it stands, and foreign ones are not found', async () => {
  const { entry } = await prepared(cast);
  expect(await act(filer, prepareDraw, ask(entry.id))).toMatchObject({ refusal: { say: expect.stringContaining('一项只抽一次') } });
  expect(await act(other, prepareDraw, ask(entry.id))).toMatchObject({ refusal: { kind: 'notFound' } });
});

it('a sample that is more than planned, or too much for its pool, is refused with what would be lawful', async () => {
  const entry = await placePooled({ agency: filer.agencyCode, quota: 15, size: 24 });
  const refusal = async (sample: number) => act(filer, prepareDraw, ask(entry.id, { sample }));
  expect(await refusal(16)).toMatchObject({ refusal: { fields: { sample: [expect.stringContaining('计划只有 15 家')] } } });
  expect(await refusal(9)).toMatchObject({ refusal: { fields: { sample: [expect.stringContaining('最多抽 8 家')] } } });
  const { draw } = await succeed(filer, prepareDraw, ask(entry.id));
  expect(await readOne('SELECT sample FROM draw_entry WHERE draw_id = $1', [draw])).toEqual({ sample: 8 });
});

it('the whole of a small pool may be drawn: only the inspectors are by lot', async () => {
  const entry = await placePooled({ agency: filer.agencyCode, quota: 6, size: 6 });
  const { draw } = await succeed(filer, prepareDraw, ask(entry.id));
  await succeed(filer, freezeDraw, { draw });
  expect(await readDraw(draw)).toMatchObject({ status: 'frozen' });
});

it('a public number that comes before the reveals are over is refused', async () => {
  const entry = await placePooled({ agency: filer.agencyCode });
  const number = { lottery: '双色球', issue: '2026140', at: '2026-01-01 21:30' };
  expect(await act(filer, prepareDraw, ask(entry.id, number))).toMatchObject({ refusal: { fields: { at: [expect.any(String)] } } });
});

it('a prepared draw can be discarded by its agency, a frozen one by nobody', async () => {
  const { draw } = await prepared(cast);
  expect(await act(other, discardDraw, { draw })).toMatchObject({ refusal: { kind: 'notFound' } });
  await succeed(filer, discardDraw, { draw });
  expect(await readEvents(draw)).toEqual(['draw.prepared', 'draw.discarded']);
  const { draw: kept } = await prepared(cast);
  await succeed(filer, freezeDraw, { draw: kept });
  expect(await act(filer, discardDraw, { draw: kept })).toMatchObject({ refusal: { say: expect.stringContaining('不能删除') } });
  await expect(
    asOwner('DELETE FROM draw_record WHERE draw_id = $1', [kept]).then(() => asOwner('DELETE FROM draw WHERE id = $1', [kept])),
  ).rejects.toThrow();
});

it('agencies draw together: each lets its own entry in, one record, the same keys', async () => {
  const theirs = await placePooled({ agency: other.agencyCode });
  const { draw, entry } = await prepared(cast);
  expect(await readTold(draw, 'draw.prepared')).toEqual(expect.arrayContaining(['suchenxin']));
  expect(await act(filer, joinDraw, { draw, entry: theirs.id })).toMatchObject({ refusal: { kind: 'notFound' } });
  await succeed(other, joinDraw, { draw, entry: theirs.id, sample: 4 });
  await succeed(other, leaveDraw, { draw, entry: theirs.id });
  await succeed(other, joinDraw, { draw, entry: theirs.id, sample: 4 });
  await succeed(filer, freezeDraw, { draw });
  expect(await act(other, leaveDraw, { draw, entry: theirs.id })).toMatchObject({ refusal: { kind: 'stale' } });
  const { frozen } = await readOne<{ frozen: string }>('SELECT frozen FROM draw_record WHERE draw_id = $1', [draw]);
  const record = JSON.parse(frozen) as FrozenRecord;
  expect(record.entries.map(({ entry: no }) => no)).toEqual([entry.no, theirs.no].sort());
  expect(record.entries.find(({ entry: no }) => no === theirs.no)?.strata).toEqual([{ stratum: '', size: 30, sample: 4 }]);
});

it('what the registers exclude is told with its reason', async () => {
  const entry = await placePooled({ agency: filer.agencyCode });
  const [closed = '', resting = '', busy = ''] = entry.codes;
  await asOwner(`UPDATE enterprise SET status = 'cancelled' WHERE uscc = $1`, [closed]);
  await asOwner(`UPDATE enterprise SET status = 'suspended' WHERE uscc = $1`, [resting]);
  await asOwner(
    `INSERT INTO visit_counter SELECT enterprise.id, kind, extract(year FROM now())::int, 9 FROM enterprise, agency WHERE uscc = $1 AND agency.code = $2`,
    [busy, filer.agencyCode],
  );
  const { draw } = await succeed(filer, prepareDraw, ask(entry.id));
  await succeed(filer, freezeDraw, { draw });
  const { frozen } = await readOne<{ frozen: string }>('SELECT frozen FROM draw_record WHERE draw_id = $1', [draw]);
  const reasons = new Map((JSON.parse(frozen) as FrozenRecord).excluded.map(({ id, reason }) => [id, reason]));
  expect([closed, resting, busy].map((code) => reasons.get(code))).toEqual(['cancelled', 'suspended', 'capReached']);
});

it('what the plan took back since it was prepared is judged again at the freeze', async () => {
  const { draw, entry } = await prepared(cast);
  await asOwner('UPDATE plan_entry SET quota = 2 WHERE id = $1', [entry.id]);
  expect(await act(filer, freezeDraw, { draw })).toMatchObject({
    refusal: { fields: { '': [expect.stringContaining('现行计划只有 2 家')] } },
  });
  await asOwner(`UPDATE plan_entry SET quota = 5, from_day = '2026-01-02', to_day = '2026-01-05' WHERE id = $1`, [entry.id]);
  expect(await act(filer, freezeDraw, { draw })).toMatchObject({ refusal: { fields: { '': [expect.stringContaining('检查时间已过')] } } });
});

it('a void draw stays the one before, whichever entry it was for and whatever number that has', async () => {
  const { draw: first, entry: again } = await prepared(cast);
  await succeed(filer, freezeDraw, { draw: first });
  await succeed(cast.director, voidDraw, { draw: first, reason: 'recordWrong', note: '名单漏了一家' });
  const { no } = await readDraw(first);
  await asOwner('UPDATE plan_entry SET no = $2 WHERE id = $1', [again.id, `9999-${again.no}`]);
  const { draw } = await prepared(cast);
  await succeed(filer, joinDraw, { draw, entry: again.id });
  await succeed(filer, freezeDraw, { draw });
  const told = await readOne(
    "SELECT frozen::json ->> 'previous' AS no, (previous_id = $2) AS same FROM draw JOIN draw_record ON draw_id = id WHERE id = $1",
    [draw, first],
  );
  expect(told).toEqual({ no, same: true });
});

it('a freeze waits for whoever changes the registers', async () => {
  const { draw } = await prepared(cast);
  const order: string[] = [];
  const held = asOwner(
    `SELECT pg_advisory_lock(hashtextextended('register 431103', 0))::text, pg_sleep(1)::text, pg_advisory_unlock(hashtextextended('register 431103', 0))`,
  );
  const freezing = sleep(300).then(() => succeed(filer, freezeDraw, { draw }));
  await Promise.all([held.then(() => order.push('register')), freezing.then(() => order.push('frozen'))]);
  expect(order).toEqual(['register', 'frozen']);
});
