import { expect, it } from 'vitest';
import { loadMergePanel } from '#features/merge/queries/load-merge-panel.ts';
import { listLines } from '#features/review/queries/list-lines.ts';
import { lineFilter } from '#features/review/schema.ts';
import { officeOf } from '#support/people.ts';
import { declareOne, reviewYear } from '#support/review.ts';
import { readOne } from '#support/rows.ts';

const clerk = await officeOf('luolin');

/** A run that ended so many hours ago, over lines that ask for so many visits. */
async function endRun(hours: number, before: number): Promise<string> {
  const { id } = await readOne<{ id: string }>(
    `INSERT INTO merge_run (id, district_code, year, input_hash, status, seconds, before, requested_by_id, requested_at)
    SELECT gen_random_uuid(), '431103', $1, '', 'finished', 30, $2, id, now() - make_interval(hours => $3)
    FROM user_account WHERE username = 'luolin' RETURNING id`,
    [reviewYear, before, hours],
  );
  return id;
}

it('lines wait for the run that stands beside them, also after one that had nothing to merge', async () => {
  const lines = [await declareOne('431103-amr', 'amr-014'), await declareOne('431103-fire', 'fire-001')].sort();
  const run = await endRun(2, 20);
  await readOne(
    `INSERT INTO merge_proposal (id, run_id, no, lead, line_ids, months, form, before, after, bound, why)
    VALUES (gen_random_uuid(), $1, 1, '431103-amr', $2, '{5}', 'onsite', 20, 10, 10,
      '{"fits": [], "seen": [], "shortOfBound": [], "overMonths": [], "out": []}') RETURNING id`,
    [run, lines],
  );
  await endRun(1, 0);
  const { rows } = await listLines(clerk, reviewYear, { filter: lineFilter.parse({ status: 'pending' }), first: [] });
  expect(rows.map(({ id }) => id).sort()).toEqual(lines);
  expect((await loadMergePanel(clerk, reviewYear, 1)).run?.id).toBe(run);
});
