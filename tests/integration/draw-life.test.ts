import { describe, expect, it } from 'vitest';
import type { DrawResult, FrozenRecord } from '#domain/draw/record.ts';
import { writeFrozen } from '#domain/draw/write-record.ts';
import { publishDraw } from '#features/draw/commands/publish-draw.ts';
import { addTarget, replaceTarget } from '#features/draw/commands/replace-target.ts';
import { voidDraw } from '#features/draw/commands/void-draw.ts';
import { hashText } from '#platform/entropy.ts';
import { asOwner } from '#support/api.ts';
import { castOf, drawn, frozen, prepared, readDraw, work } from '#support/draw-lives.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { readDetail, readEvents, readOne, readTold } from '#support/rows.ts';

const cast = await castOf();
const foreign = await officeOf('penghaoran');

type Row = { position: number; uscc: string; replaced_reason: string | null; officers: string[] };
const readOutcomes = (draw: string) =>
  asOwner<Row>(
    `SELECT position, uscc, replaced_reason::text, ARRAY(SELECT credential_no FROM draw_assignment a JOIN inspector i ON i.id = inspector_id
      WHERE outcome_id = o.id ORDER BY a.position) AS officers FROM draw_outcome o JOIN enterprise e ON e.id = enterprise_id WHERE draw_id = $1 ORDER BY position`,
    [draw],
  );

const { draw, entry } = await drawn(cast, { quota: 5 });
const record = JSON.parse(
  (await readOne<{ frozen: string }>('SELECT frozen FROM draw_record WHERE draw_id = $1', [draw])).frozen,
) as FrozenRecord;
const result = JSON.parse((await readDraw(draw)).result ?? '') as DrawResult;

/** A later version of the plan that gives an entry more places. */
const raisePlaces = (entry: string, quota: number) =>
  asOwner(
    `WITH later AS (INSERT INTO plan SELECT (jsonb_populate_record(NULL::plan, to_jsonb(plan) || jsonb_build_object('id', gen_random_uuid(), 'version', version + 100,
        'status', 'draft', 'published_at', null))).* FROM plan WHERE id = (SELECT plan_id FROM plan_entry WHERE id = $1) RETURNING id),
    ended AS (UPDATE plan_entry SET until_plan_id = later.id FROM later WHERE plan_entry.id = $1 RETURNING plan_entry.*)
    INSERT INTO plan_entry SELECT (jsonb_populate_record(NULL::plan_entry, to_jsonb(ended) || jsonb_build_object('id', gen_random_uuid(), 'until_plan_id', null, 'plan_id', later.id, 'quota', $2::int))).*
    FROM ended, later`,
    [entry, quota],
  );

describe('the whole life of a draw', () => {
  it('freezes what the registers say: sorted, hashed, with everybody who is left out', async () => {
    expect(record.subjects.map(({ id }) => id)).toEqual([...entry.codes].sort());
    expect(record.entries).toMatchObject([{ entry: entry.no, strata: [{ stratum: '', size: 30, sample: 5 }], officers: 2 }]);
    expect(record.parties).toEqual([cast.office.agencyCode, cast.filer.agencyCode, cast.witness.agencyCode]);
    expect(record.inspectors.length).toBeGreaterThan(2);
    expect(hashText(writeFrozen(record))).toBe(result.poolHash);
  });

  it('records every step with its hashes', async () => {
    expect(await readEvents(draw)).toEqual([
      ...['draw.prepared', 'draw.frozen', 'draw.opened', 'draw.committed', 'draw.committed', 'draw.committed', 'draw.commitmentsClosed'],
      ...['draw.revealed', 'draw.revealed', 'draw.revealed', 'draw.revealsClosed', 'draw.requested', 'draw.drawn'],
    ]);
    expect(await readDetail(draw, 'draw.drawn')).toMatchObject({ poolHash: result.poolHash, seed: result.seed });
  });

  it('publishes outcomes and inspectors as rows, and tells those concerned', async () => {
    expect((await act(foreign, publishDraw, { draw })).ok).toBe(false);
    await succeed(cast.office, publishDraw, { draw });
    const targets = result.outcomes[0]?.targets ?? [];
    expect(await readOutcomes(draw)).toEqual(
      targets.map(({ id, officers }, index) => ({ position: index + 1, uscc: id, replaced_reason: null, officers })),
    );
    expect(await readTold(draw, 'draw.published')).toEqual(expect.arrayContaining(['luolin', 'shenleyu', 'zengli', 'liuzhengyan']));
    expect(await act(cast.office, publishDraw, { draw })).toMatchObject({ ok: false, refusal: { kind: 'stale', say: '结果已经公布。' } });
  });

  it('lets the next in order take a place, nobody else', async () => {
    const { id: outcome } = await readOne<{ id: string }>('SELECT id FROM draw_outcome WHERE draw_id = $1 AND position = 2', [draw]);
    const input = { outcome, reason: 'closed', note: '已停业' } as const;
    expect(await act(foreign, replaceTarget, input)).toMatchObject({ refusal: { kind: 'notFound' } });
    const twice = await Promise.all([act(cast.office, replaceTarget, input), act(cast.office, replaceTarget, input)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await readOutcomes(draw);
    expect(rows.map(({ replaced_reason }) => replaced_reason)).toEqual([null, 'closed', null, null, null, null]);
    expect(rows[5]?.uscc).toBe(result.outcomes[0]?.reserves[0]?.id);
    expect(rows[5]?.officers).toHaveLength(2);
  });

  it('adds one more only where the plan has more places', async () => {
    const input = { draw, entry: entry.id, note: '增加一家' };
    expect(await act(cast.office, addTarget, input)).toMatchObject({ refusal: { say: expect.stringContaining('现行计划 5 家') } });
    await raisePlaces(entry.id, 6);
    await succeed(cast.office, addTarget, input);
    expect((await readOutcomes(draw))[6]?.uscc).toBe(result.outcomes[0]?.reserves[1]?.id);
    expect(await act(cast.office, addTarget, input)).toMatchObject({ refusal: { say: expect.stringContaining('已增抽 1 家') } });
  });

  it('computing again changes nothing', async () => {
    const before = await readDraw(draw);
    await work(draw, cast.filer);
    expect(await readDraw(draw)).toEqual(before);
  });
});

describe('a void draw', () => {
  it('is made void by another person with a reason, stays, and sets its entry free', async () => {
    const { draw, entry } = await frozen(cast);
    const input = { draw, reason: 'recordWrong', note: '名单漏了一家' } as const;
    expect(await act(foreign, voidDraw, input)).toMatchObject({ refusal: { kind: 'notFound' } });
    await succeed(cast.director, voidDraw, input);
    expect(await act(cast.director, voidDraw, input)).toMatchObject({ refusal: { kind: 'stale' } });
    const { no } = await readDraw(draw);
    const again = await prepared(cast, { entry });
    expect(again.entry.id).toBe(entry.id);
    const { previous } = await readOne<{ previous: string }>(
      'SELECT before.no AS previous FROM draw JOIN draw before ON before.id = draw.previous_id WHERE draw.id = $1',
      [again.draw],
    );
    expect(previous).toBe(no);
  });

  it('is refused to whoever froze it, and while a filing stands on its outcome', async () => {
    const { draw } = await drawn(cast);
    await succeed(cast.office, publishDraw, { draw });
    await asOwner('UPDATE draw_record SET frozen_by_id = $2 WHERE draw_id = $1', [draw, cast.director.actor.id]);
    const input = { draw, reason: 'recordWrong', note: '有误' } as const;
    expect(await act(cast.director, voidDraw, input)).toMatchObject({ refusal: { say: expect.stringContaining('另一位主任') } });
    await asOwner('UPDATE draw_record SET frozen_by_id = $2 WHERE draw_id = $1', [draw, cast.filer.actor.id]);
    await asOwner(
      `UPDATE filing SET draw_outcome_id = (SELECT id FROM draw_outcome WHERE draw_id = $1 LIMIT 1)
      WHERE id = (SELECT id FROM filing WHERE status = 'filed' AND district_code = $2 LIMIT 1)`,
      [draw, cast.filer.districtCode],
    );
    expect(await act(cast.director, voidDraw, input)).toMatchObject({ refusal: { say: expect.stringContaining('先撤回这些备案') } });
  });
});

it('a void draw leaves no joint visit behind that has lost its parts, and waits for filings that are not decided yet', async () => {
  const { draw } = await drawn(cast);
  await succeed(cast.office, publishDraw, { draw });
  const { id } = await readOne<{ id: string }>(
    `WITH part AS (SELECT id, enterprise_id FROM draw_outcome WHERE draw_id = $1 LIMIT 1),
    visit AS (INSERT INTO joint_visit (id, district_code, enterprise_id, lead_agency_code, from_day, to_day, joined_at, joined_by_id)
      SELECT gen_random_uuid(), '431103', enterprise_id, $2, current_date, current_date, now(), $3 FROM part RETURNING id),
    tied AS (UPDATE draw_outcome SET joint_visit_id = visit.id FROM visit, part WHERE draw_outcome.id = part.id) SELECT id FROM visit`,
    [draw, cast.filer.agencyCode, cast.office.actor.id],
  );
  const [waiting] = await asOwner<{ id: string }>(
    `UPDATE filing SET draw_outcome_id = (SELECT id FROM draw_outcome WHERE draw_id = $1 ORDER BY joint_visit_id NULLS FIRST LIMIT 1)
    WHERE id = (SELECT id FROM filing WHERE status IN ('submitted', 'held') AND district_code = '431103' LIMIT 1) RETURNING id`,
    [draw],
  );
  const input = { draw, reason: 'recordWrong', note: '有误' } as const;
  expect(await act(cast.director, voidDraw, input)).toMatchObject({ refusal: { say: expect.stringContaining('先撤回这些备案') } });
  await asOwner('UPDATE filing SET draw_outcome_id = NULL WHERE id = $1', [waiting?.id]);
  await succeed(cast.director, voidDraw, input);
  expect(await readEvents(id)).toEqual(['jointVisit.parted']);
  expect(
    await readOne(
      'SELECT ended_at IS NOT NULL AS ended, (SELECT count(*)::int FROM draw_outcome WHERE joint_visit_id = $1) AS tied FROM joint_visit WHERE id = $1',
      [id],
    ),
  ).toEqual({
    ended: true,
    tied: 0,
  });
});

it('one who has no agency of the draw does not find it', async () => {
  const stranger = await agencyOf('zhuzhekang');
  const { draw } = await prepared(cast);
  const { freezeDraw } = await import('#features/draw/commands/freeze-draw.ts');
  expect(await act(stranger, freezeDraw, { draw })).toMatchObject({ refusal: { kind: 'notFound' } });
});
