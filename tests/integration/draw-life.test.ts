import { expect, it } from 'vitest';
import { publishDraw } from '#features/draw/commands/publish-draw.ts';
import { castOf, drawn, readDraw } from '#support/draw-lives.ts';
import { succeed } from '#support/people.ts';
import { readEvents } from '#support/rows.ts';

const cast = await castOf();

it('a draw goes its way from the pool to the published outcome', async () => {
  const { draw } = await drawn(cast, { quota: 5 });
  await succeed(cast.office, publishDraw, { draw });
  expect(await readDraw(draw)).toMatchObject({ status: 'published', outcomes: 5, rounds: 1 });
  expect(await readEvents(draw)).toEqual([]);
});
