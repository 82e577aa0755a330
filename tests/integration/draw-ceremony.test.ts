import { describe, expect, it } from 'vitest';
import { answerObjection } from '#features/draw/commands/answer-objection.ts';
import { commitDraw, revealDraw } from '#features/draw/commands/commit-draw.ts';
import { raiseObjection } from '#features/draw/commands/raise-objection.ts';
import { requestDraw } from '#features/draw/commands/run-draw.ts';
import { typeNumber } from '#features/draw/commands/type-number.ts';
import { retryDraw } from '#features/draw/commands/void-draw.ts';
import { watchDraws } from '#features/draw/commands/watch-draws.ts';
import { runCommand } from '#platform/command.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import {
  castOf,
  commitAll,
  commitmentOf,
  frozen,
  partiesOf,
  passObjections,
  readDraw,
  revealAll,
  revealed,
  secretOf,
  work,
} from '#support/draw-lives.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { readDetail, readEvents, readOne, readTold } from '#support/rows.ts';

const cast = await castOf();
const { office, filer, witness, director } = cast;
const parties = partiesOf(cast);

async function object(draw: string, who: string) {
  const { district, no } = await readOne<{ district: string; no: string }>(
    `SELECT district_code AS district, year || '-' || serial AS no FROM draw WHERE id = $1`,
    [draw],
  );
  const actor = { type: 'public' as const };
  return runCommand({
    scope: publicScope(actor),
    origin: { actor, requestId: 'test', districtCode: district },
    command: (context) => raiseObjection(context, { district, no, who, name: '王五', phone: '19900000000', text: '我已迁出', wait: null }),
  });
}

/** How often the worker is asked to compute a draw. */
async function countJobs(draw: string): Promise<number> {
  return (
    await readOne<{ n: number }>(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'draw-run' AND data ->> 'draw' = $1`, [draw])
  ).n;
}

const say = (words: string) => ({ ok: false, refusal: { kind: 'stale', say: expect.stringContaining(words) } });

describe('objections', () => {
  it('come from whoever the record names, are answered publicly, and hold the commitments up', async () => {
    const { draw, entry } = await frozen(cast);
    expect(await object(draw, '91431103MA00000000')).toMatchObject({
      refusal: { fields: { who: [expect.stringContaining('没有这个代码')] } },
    });
    expect(await object(draw, entry.codes[0] ?? '')).toMatchObject({ ok: true, value: { objection: 1 } });
    expect(await object(draw, entry.codes[0] ?? '')).toMatchObject(say('已有一件异议在等'));
    expect(await readTold(draw, 'draw.objected')).toEqual(expect.arrayContaining(['luolin', 'shenleyu', 'zengli']));
    expect(JSON.stringify(await readDetail(draw, 'draw.objected'))).not.toContain('王五');
    await passObjections(draw);
    const attempt = { draw, commitment: await commitmentOf(draw, office.agencyCode) };
    expect(await act(office, commitDraw, attempt)).toMatchObject(say('还有 1 件异议没有答复'));
    expect(await object(draw, entry.codes[1] ?? '')).toMatchObject(say('异议期已经结束'));
    const { id } = await readOne<{ id: string }>('SELECT id FROM draw_objection WHERE draw_id = $1', [draw]);
    const answer = { objection: id, decision: 'rejected', answer: '登记住所仍在本区' } as const;
    const twice = await Promise.all([act(office, answerObjection, answer), act(director, answerObjection, answer)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await act(office, commitDraw, attempt)).toMatchObject({ ok: true });
  });

  it('that are upheld make the draw void', async () => {
    const { draw, entry } = await frozen(cast);
    await object(draw, entry.codes[0] ?? '');
    const { id } = await readOne<{ id: string }>('SELECT id FROM draw_objection WHERE draw_id = $1', [draw]);
    const upheld = { objection: id, decision: 'upheld', answer: '权重确有误' } as const;
    expect(await act(office, answerObjection, upheld)).toMatchObject({
      refusal: { fields: { decision: [expect.stringContaining('请主任')] } },
    });
    await succeed(director, answerObjection, upheld);
    expect(await readDraw(draw)).toMatchObject({ status: 'void' });
    expect(await readDetail(draw, 'draw.voided')).toMatchObject({ reason: 'objectionUpheld' });
  });
});

describe('commitments and reveals', () => {
  it('come in their order, once each, and a reveal has to fit', async () => {
    const { draw } = await frozen(cast);
    const own = { draw, commitment: await commitmentOf(draw, office.agencyCode) };
    expect(await act(office, commitDraw, own)).toMatchObject(say('异议期到'));
    await passObjections(draw);
    await succeed(office, commitDraw, own);
    expect(await act(office, commitDraw, own)).toMatchObject(say('不能再改'));
    expect(await act(witness, commitDraw, own)).toMatchObject({
      refusal: { fields: { commitment: [expect.stringContaining('已经用过')] } },
    });
    expect(await act(await agencyOf('zhuzhekang'), commitDraw, own)).toMatchObject({ refusal: { kind: 'notFound' } });
    const early = { draw, secret: secretOf(draw, office.agencyCode) };
    expect(await act(office, revealDraw, early)).toMatchObject(say('承诺还没有齐'));
    await commitAll(draw, [filer, witness]);
    expect(await act(office, revealDraw, { draw, secret: '0'.repeat(64) })).toMatchObject({
      refusal: { fields: { secret: [expect.stringContaining('对不上')] } },
    });
    await succeed(office, revealDraw, early);
    expect(await act(office, revealDraw, early)).toMatchObject(say('已经揭示'));
    expect(await act(filer, requestDraw, { draw })).toMatchObject(say('还没有齐'));
    await revealAll(draw, [filer, witness]);
    expect(await readDraw(draw)).toMatchObject({ status: 'revealed' });
    expect(await countJobs(draw)).toBe(1);
    await asOwner(`UPDATE draw SET revealed_at = now() - interval '1 hour' WHERE id = $1`, [draw]);
    await watchDraws('job');
    await watchDraws('job');
    expect(await countJobs(draw)).toBe(2);
    await succeed(office, requestDraw, { draw });
    expect(await countJobs(draw)).toBe(3);
  });

  it('that are withheld fail the round, name the party, and a director signs the next one without it', async () => {
    const { draw } = await frozen(cast);
    await passObjections(draw);
    await commitAll(draw, parties);
    await revealAll(draw, [office, filer]);
    await asOwner(`UPDATE draw_round SET reveal_end = now() - interval '1 second' WHERE draw_id = $1`, [draw]);
    expect(await act(witness, revealDraw, { draw, secret: secretOf(draw, witness.agencyCode) })).toMatchObject({ ok: false });
    expect(await readDraw(draw)).toMatchObject({ status: 'frozen' });
    expect(await readDetail(draw, 'draw.roundFailed')).toMatchObject({ phase: 'reveal', withheld: [witness.agencyCode] });
    await succeed(director, retryDraw, { draw, note: '监督方未按时揭示，另起一轮' });
    expect(await act(witness, commitDraw, { draw, commitment: 'a'.repeat(64) })).toMatchObject({ refusal: { kind: 'notFound' } });
    await commitAll(draw, [office, filer], 2);
    await revealAll(draw, [office, filer], 2);
    await work(draw, filer);
    const { result, rounds } = await readDraw(draw);
    expect([rounds, JSON.parse(result ?? '').rounds.map(({ parties: all }: { parties: unknown[] }) => all.length)]).toEqual([2, [3, 2]]);
  });

  it('nobody makes in time: the watch names them, and two parties must remain', async () => {
    const { draw } = await frozen(cast);
    await passObjections(draw);
    await watchDraws('job');
    expect(await readDraw(draw)).toMatchObject({ rounds: 1 });
    await succeed(office, commitDraw, { draw, commitment: await commitmentOf(draw, office.agencyCode) });
    await asOwner(`UPDATE draw_round SET commit_end = now() - interval '1 second' WHERE draw_id = $1`, [draw]);
    await watchDraws('job');
    await watchDraws('job');
    expect((await readEvents(draw)).filter((event) => event === 'draw.roundFailed')).toHaveLength(1);
    expect(await act(director, retryDraw, { draw, note: '再来' })).toMatchObject(say('不足两个'));
  });
});

describe('a public number', () => {
  const number = { lottery: '双色球', issue: '2026140', at: '2099-12-01 21:30' };
  const digits = (last: string) => last.padStart(14, '0');

  it('is typed by two people, compared, and takes part in the seed', async () => {
    const { draw } = await revealed(cast, { number });
    expect(await readDraw(draw)).toMatchObject({ status: 'committed' });
    expect(await act(office, typeNumber, { draw, digits: digits('0102') })).toMatchObject(say('开奖后再录入'));
    await asOwner(`UPDATE draw SET public_number = jsonb_set(public_number, '{at}', '"2026-01-01T21:30:00+08:00"') WHERE id = $1`, [draw]);
    const [right, wrong] = [digits('3'), digits('4')];
    await succeed(office, typeNumber, { draw, digits: right });
    await succeed(office, typeNumber, { draw, digits: right });
    expect(await readDraw(draw)).toMatchObject({ status: 'committed' });
    expect(await act(filer, typeNumber, { draw, digits: wrong })).toMatchObject(say('和另一方录入的不同'));
    expect(await readDetail(draw, 'draw.numberDiffered')).toMatchObject({ digits: wrong, others: [right] });
    await succeed(witness, typeNumber, { draw, digits: right });
    expect(await readDraw(draw)).toMatchObject({ status: 'revealed' });
    expect(await act(filer, typeNumber, { draw, digits: wrong })).toMatchObject(say('两方核对确认'));
    await work(draw, filer);
    expect(JSON.parse((await readDraw(draw)).result ?? '').number).toBe(right);
  });

  it('is never made by two people of one party, nor in another shape than the lottery’s', async () => {
    const { draw } = await revealed(cast, { number });
    await asOwner(`UPDATE draw SET public_number = jsonb_set(public_number, '{at}', '"2026-01-01T21:30:00+08:00"') WHERE id = $1`, [draw]);
    expect(await act(filer, typeNumber, { draw, digits: '7' })).toMatchObject({
      refusal: { fields: { digits: [expect.stringContaining('14 位')] } },
    });
    await succeed(filer, typeNumber, { draw, digits: digits('7') });
    await asOwner(
      'UPDATE draw_number SET by_id = (SELECT id FROM user_account WHERE agency_code = $2 AND id <> $3 LIMIT 1) WHERE draw_id = $1',
      [draw, filer.agencyCode, filer.actor.id],
    );
    await succeed(filer, typeNumber, { draw, digits: digits('7') });
    expect(await readDraw(draw)).toMatchObject({ status: 'committed' });
    await succeed(witness, typeNumber, { draw, digits: digits('7') });
    expect(await readDraw(draw)).toMatchObject({ status: 'revealed' });
  });

  it('that comes too early stops that draw alone: told once, and the watch goes on', async () => {
    const [{ draw: late }, { draw: next }] = [await frozen(cast, { number }), await frozen(cast)];
    await asOwner(
      `UPDATE draw SET public_number = jsonb_set(public_number, '{at}', to_jsonb((now() + interval '1 minute')::text)) WHERE id = $1`,
      [late],
    );
    for (const draw of [late, next]) await passObjections(draw);
    await watchDraws('job');
    await watchDraws('job');
    expect((await readEvents(late)).filter((event) => event === 'draw.numberMissed')).toHaveLength(1);
    expect(await readTold(late, 'draw.numberMissed')).toContain('xiezhiyuan');
    expect((await readDraw(next)).rounds).toBe(1);
  });
});
