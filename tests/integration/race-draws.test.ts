import { expect, it } from 'vitest';
import { commitMessage } from '#domain/draw/messages.ts';
import { commitDraw, revealDraw } from '#features/draw/commands/commit-draw.ts';
import { freezeDraw } from '#features/draw/commands/freeze-draw.ts';
import { prepareDraw } from '#features/draw/commands/prepare-draw.ts';
import { publishDraw } from '#features/draw/commands/publish-draw.ts';
import { requestDraw } from '#features/draw/commands/run-draw.ts';
import { voidDraw } from '#features/draw/commands/void-draw.ts';
import { hashText } from '#platform/entropy.ts';
import type { Outcome } from '#platform/outcome.ts';
import { asOwner } from '#support/api.ts';
import { runContests } from '#support/contests.ts';
import { castOf, drawn, frozen, partiesOf, passObjections, placePooled, readDraw, work } from '#support/draw-lives.ts';
import { act, agencyOf } from '#support/people.ts';
import { readOne } from '#support/rows.ts';

const cast = await castOf();
const { filer, office, director } = cast;

/** So many attempts, twenty at a time: how many were accepted. */
async function attempt(count: number, attempt: (nth: number) => Promise<Outcome<unknown>>): Promise<number> {
  let accepted = 0;
  await runContests({ count, width: 20 }, async (nth) => {
    if ((await attempt(nth)).ok) accepted++;
  });
  return accepted;
}

it('1,000 attempts at every step of a draw decide each once', async () => {
  const entry = await placePooled({ agency: filer.agencyCode });
  const input = { entry: entry.id, also: [] };
  expect(await attempt(100, () => act(filer, prepareDraw, input))).toBe(1);
  const { draw } = await readOne<{ draw: string }>('SELECT draw_id AS draw FROM draw_entry WHERE plan_entry_id = $1', [entry.id]);
  const before = await readOne<{ last: number }>('SELECT max(last) AS last FROM draw_serial');
  expect(await attempt(200, () => act(filer, freezeDraw, { draw }))).toBe(1);
  expect((await readOne<{ last: number }>('SELECT max(last) AS last FROM draw_serial')).last - before.last).toBeLessThanOrEqual(1);
  await passObjections(draw);
  const { hash } = await readOne<{ hash: string }>('SELECT pool_hash AS hash FROM draw_record WHERE draw_id = $1', [draw]);
  const secretOf = (nth: number) => hashText(`${nth}`);
  const commit = (nth: number) => {
    const party = partiesOf(cast)[nth % 3] ?? filer;
    return act(party, commitDraw, { draw, commitment: hashText(commitMessage(hash, party.agencyCode, secretOf(nth))) });
  };
  expect(await attempt(240, commit)).toBe(3);
  expect((await readDraw(draw)).rounds).toBe(1);
  const stands = await asOwner<{ agency_code: string; commitment: string }>(
    'SELECT agency_code, commitment FROM draw_party WHERE draw_id = $1',
    [draw],
  );
  const kept = new Map(
    Array.from({ length: 240 }, (_, nth) => [
      hashText(commitMessage(hash, partiesOf(cast)[nth % 3]?.agencyCode ?? '', secretOf(nth))),
      secretOf(nth),
    ]),
  );
  const reveal = (nth: number) => {
    const party = partiesOf(cast)[nth % 3] ?? filer;
    const own = stands.find(({ agency_code }) => agency_code === party.agencyCode)?.commitment ?? '';
    return act(party, revealDraw, { draw, secret: kept.get(own) ?? '' });
  };
  expect(await attempt(200, reveal)).toBe(3);
  expect(await attempt(60, () => act(filer, requestDraw, { draw }))).toBe(60);
  await Promise.all(Array.from({ length: 4 }, () => work(draw, filer)));
  const { result } = await readDraw(draw);
  await work(draw, filer);
  expect(await attempt(200, () => act(office, publishDraw, { draw }))).toBe(1);
  expect(await readDraw(draw)).toMatchObject({ status: 'published', outcomes: 5, result });
  const { drawn: times } = await readOne<{ drawn: number }>(
    `SELECT count(*)::int AS drawn FROM audit_record WHERE subject = $1 AND event = 'draw.drawn'`,
    [draw],
  );
  expect(times).toBe(1);
}, 60_000);

it('two draws of two agencies frozen at once have numbers without a gap', async () => {
  const other = { ...cast, filer: await agencyOf('suchenxin') };
  const made = await Promise.all(Array.from({ length: 12 }, (_, nth) => frozen(nth % 2 === 0 ? cast : other)));
  const serials = await Promise.all(made.map(async ({ draw }) => (await readDraw(draw)).serial));
  const sorted = serials.toSorted((one, two) => one - two);
  expect(sorted).toEqual(Array.from({ length: 12 }, (_, nth) => (sorted[0] ?? 0) + nth));
});

it('a draw is either published or void, never both', async () => {
  for (let round = 0; round < 4; round++) {
    const { draw } = await drawn(cast);
    const input = { draw, reason: 'planChanged', note: '计划调整' } as const;
    const [published, voided] = await Promise.all([act(office, publishDraw, { draw }), act(director, voidDraw, input)]);
    expect(voided.ok).toBe(true);
    const { standing } = await readOne<{ standing: number }>('SELECT count(*)::int AS standing FROM drawn_target WHERE draw_id = $1', [
      draw,
    ]);
    expect({ status: (await readDraw(draw)).status, standing, outcomes: (await readDraw(draw)).outcomes }).toEqual({
      ...{ status: 'void', standing: 0, outcomes: published.ok ? 5 : 0 },
    });
  }
}, 60_000);
