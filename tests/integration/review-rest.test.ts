import { describe, expect, it } from 'vitest';
import { keepRest } from '#features/review/commands/keep-rest.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { lineFilter } from '#features/review/schema.ts';
import { asOwner } from '#support/api.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declareOne, readLine, reviewYear, take } from '#support/review.ts';

const [clerk, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('jiangxinlan')]);
const [amr, fire] = ['431103-amr', '431103-fire'];
const [dropped, proposed, food, gear, fires] = await Promise.all([
  declareOne(amr, 'amr-010'),
  declareOne(fire, 'fire-001'),
  declareOne(amr, 'amr-003'),
  declareOne(amr, 'amr-014'),
  declareOne(fire, 'fire-002'),
]);
const foreign = await declareOne('511724-amr', 'amr-014');
await take(clerk, { action: 'drop', lineIds: [dropped], change: { reason: '可书面核查' } });
await asOwner(
  `WITH run AS (INSERT INTO merge_run (id, district_code, year, input_hash, status, seconds, before, requested_by_id, finished_at)
      VALUES (gen_random_uuid(), '431103', $1, '', 'finished', 15, 10, $2, now()) RETURNING id)
    INSERT INTO merge_proposal (id, run_id, no, lead, line_ids, months, form, before, after, bound, why)
    SELECT gen_random_uuid(), id, 1, $3, ARRAY[$4::uuid], '{5}', 'onsite', 10, 10, 10, '{}' FROM run`,
  [reviewYear, clerk.actor.id, fire, proposed],
);
const outcomesOf = async (...lines: string[]) => (await Promise.all(lines.map(readLine))).map(({ outcome }) => outcome);
const rest = (query: object) => ({ year: reviewYear, filter: lineFilter.parse(query) });

describe('keeping the rest', () => {
  it('takes what the filters show and nobody has reviewed, in one step that can be undone', async () => {
    const { id } = await succeed(clerk, keepRest, rest({ agency: amr }));
    expect(await outcomesOf(food, gear, fires, dropped, proposed)).toEqual(['kept', 'kept', 'unreviewed', 'dropped', 'unreviewed']);
    await succeed(clerk, undoStep, { step: id });
    expect(await outcomesOf(food, gear, dropped)).toEqual(['unreviewed', 'unreviewed', 'dropped']);
  });

  it('leaves lines of open proposals and of other districts alone, and says when nothing is left', async () => {
    await succeed(clerk, keepRest, rest({}));
    expect(await outcomesOf(food, gear, fires, proposed, foreign)).toEqual(['kept', 'kept', 'kept', 'unreviewed', 'unreviewed']);
    expect(await act(clerk, keepRest, rest({}))).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    await succeed(elsewhere, keepRest, rest({}));
    expect(await outcomesOf(foreign, proposed)).toEqual(['kept', 'unreviewed']);
  });

  it('two at once: one keeps them, the other finds nothing left', async () => {
    await declareOne(fire, 'fire-005');
    const both = await Promise.all([act(clerk, keepRest, rest({})), act(clerk, keepRest, rest({}))]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
