import { describe, expect, it } from 'vitest';
import { requestRun, stopRun } from '#features/merge/commands/request-run.ts';
import { presenceOf } from '#features/merge/commands/settle-run.ts';
import { gatherProblem } from '#features/merge/queries/gather-problem.ts';
import { loadMergePanel } from '#features/merge/queries/load-merge-panel.ts';
import { holdPresence } from '#platform/presence.ts';
import { asOwner } from '#support/api.ts';
import { merge, readProposals, readRun, workOn } from '#support/merges.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declareOne, reviewYear } from '#support/review.ts';
import { readEvents, readTold } from '#support/rows.ts';

const [clerk, director, foreign] = await Promise.all(['luolin', 'xiezhiyuan', 'jiangxinlan'].map(officeOf));
if (!clerk || !director || !foreign) throw new Error('nobody there');
const place = { districtCode: clerk.districtCode, year: reviewYear };
const count = (number: number) => ({ quantity: { kind: 'count' as const, count: number } });

const emergency = await declareOne('431103-emergency', 'emergency-012', { ...count(36), source: 'local' });
const fire = await declareOne('431103-fire', 'fire-001', { ...count(12), source: 'city' });
const amr = await declareOne('431103-amr', 'amr-014', { ...count(4), source: 'local', period: { kind: 'month', months: [8] } });
const paper = await declareOne('431103-amr', 'amr-002', { ...count(9), form: 'document' });

describe('a run', () => {
  it('is asked for once a year and district at a time, worked on, and tells who asked for it', async () => {
    const both = await Promise.all([clerk, director].map((office) => act(office, requestRun, { year: reviewYear, seconds: 30 })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'stale' } });
    const asked = await readRun(place.districtCode, reviewYear);
    expect(await asOwner(`SELECT data FROM pgboss.job WHERE name = 'merge-solve' AND data ->> 'run' = $1`, [asked.id])).toHaveLength(1);
    // Longer than the longest run and the time it may need to say what it found, not longer than people wait.
    expect(await asOwner(`SELECT expire_seconds FROM pgboss.queue WHERE name = 'merge-solve'`)).toEqual([{ expire_seconds: 480 }]);
    await workOn(asked, place.districtCode);
    const run = await readRun(place.districtCode, reviewYear);
    expect(run).toMatchObject({ id: asked.id, status: 'finished', before: 52, after: 36, bound: 36 });
    expect([...run.line_ids].sort()).toEqual([emergency, fire, amr, paper].sort());
    const [proposal, ...others] = await readProposals(run.id);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ lead: '431103-emergency', months: [5], before: 52, after: 36, bound: 36, status: 'open' });
    expect(await readEvents(run.id)).toEqual(expect.arrayContaining(['merge.requested', 'merge.begun', 'merge.finished']));
    expect((await readTold(run.id, 'merge.finished')).length).toBe(1);
  });

  it('keeps the reason for each pair that stays apart', async () => {
    const { pairs } = await readRun(place.districtCode, reviewYear);
    const why = (a: string, b: string) => pairs.find((pair) => [pair.a, pair.b].includes(a) && [pair.a, pair.b].includes(b))?.why;
    expect(why(amr, paper)).toBe('offsite');
    expect(why(emergency, fire)).toBeUndefined();
  });

  it('can be taken up again: once it has ended, another try changes nothing', async () => {
    const run = await readRun(place.districtCode, reviewYear);
    await workOn(run, place.districtCode);
    expect(await readRun(place.districtCode, reviewYear)).toEqual(run);
    expect(await readProposals(run.id)).toHaveLength(1);
  });

  it('begins anew after its server was lost, and gives the same answer', async () => {
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const asked = await readRun(place.districtCode, reviewYear);
    await asOwner(`UPDATE merge_run SET status = 'running', progress = '{"best": 50, "bound": 1}' WHERE id = $1`, [asked.id]);
    await workOn(asked, place.districtCode);
    const again = await readRun(place.districtCode, reviewYear);
    expect(again).toMatchObject({ status: 'finished', after: 36 });
    const [before] = await asOwner<{ input_hash: string }>('SELECT input_hash FROM merge_run WHERE id <> $1', [asked.id]);
    expect(again.input_hash).toBe(before?.input_hash);
  });

  it('a run that was lost for good makes room for the next', async () => {
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const lost = await readRun(place.districtCode, reviewYear);
    await asOwner(`UPDATE merge_run SET requested_at = now() - interval '2 hours' WHERE id = $1`, [lost.id]);
    expect(await merge(clerk, reviewYear)).toMatchObject({ status: 'finished' });
    expect(await asOwner('SELECT status FROM merge_run WHERE id = $1', [lost.id])).toEqual([{ status: 'failed' }]);
  });

  it('whose server was killed at work ends when somebody stops it, or asks for the next', async () => {
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const killed = await readRun(place.districtCode, reviewYear);
    await asOwner(`UPDATE merge_run SET status = 'running' WHERE id = $1`, [killed.id]);
    await succeed(director, stopRun, { run: killed.id });
    expect(await readRun(place.districtCode, reviewYear)).toMatchObject({ id: killed.id, status: 'stopped' });
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const second = await readRun(place.districtCode, reviewYear);
    await asOwner(`UPDATE merge_run SET status = 'running' WHERE id = $1`, [second.id]);
    expect(await merge(clerk, reviewYear)).toMatchObject({ status: 'finished', after: 36 });
    expect(await asOwner('SELECT status FROM merge_run WHERE id = $1', [second.id])).toEqual([{ status: 'failed' }]);
    await workOn(second, place.districtCode);
    expect(await readProposals(second.id)).toEqual([]);
  });

  it('stopped while it works, it keeps what it has found, and the bound holds', async () => {
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const working = await readRun(place.districtCode, reviewYear);
    await asOwner(`UPDATE merge_run SET status = 'running' WHERE id = $1`, [working.id]);
    const leave = await holdPresence(presenceOf(working.id));
    await succeed(director, stopRun, { run: working.id });
    expect(await act(clerk, stopRun, { run: working.id })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await act(clerk, requestRun, { year: reviewYear, seconds: 30 })).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await readRun(place.districtCode, reviewYear)).toMatchObject({ id: working.id, status: 'running' });
    await leave();
    await workOn(working, place.districtCode);
    const stopped = await readRun(place.districtCode, reviewYear);
    expect(stopped).toMatchObject({ status: 'stopped', before: 52 });
    expect(stopped.after).toBeGreaterThanOrEqual(stopped.bound);
    expect(stopped.bound).toBeLessThanOrEqual(36);
    expect(await merge(clerk, reviewYear)).toMatchObject({ status: 'finished', after: 36 });
  });

  it('can be stopped before it begins: it ends at once, and the last result stays', async () => {
    await succeed(clerk, requestRun, { year: reviewYear, seconds: 30 });
    const waiting = await readRun(place.districtCode, reviewYear);
    expect(await act(foreign, stopRun, { run: waiting.id })).toMatchObject({ refusal: { kind: 'notFound' } });
    await succeed(clerk, stopRun, { run: waiting.id });
    expect(await readRun(place.districtCode, reviewYear)).toMatchObject({ status: 'stopped' });
    expect(await act(clerk, stopRun, { run: waiting.id })).toMatchObject({ refusal: { kind: 'stale' } });
    await workOn(waiting, place.districtCode);
    expect(await readProposals(waiting.id)).toEqual([]);
    expect((await loadMergePanel(clerk, reviewYear)).run?.after).toBe(36);
  });

  it('says which lines are new since the last run', async () => {
    expect((await loadMergePanel(clerk, reviewYear)).newLines).toBe(0);
    await declareOne('431103-health', 'health-001', count(3));
    expect(await loadMergePanel(clerk, reviewYear)).toMatchObject({ newLines: 1, total: 1, open: 1, previous: null, next: null });
    expect((await loadMergePanel(foreign, reviewYear)).run).toBeNull();
  });
});

describe('a problem', () => {
  it('is the same for the same rows, and knows only its own district', async () => {
    const [one, other] = await Promise.all([gatherProblem(place), gatherProblem(place)]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect((await gatherProblem({ ...place, districtCode: foreign.districtCode })).lines).toEqual([]);
  });

  it('knows lists, and the time of the teams that are left', async () => {
    const listed = await asOwner<{ uscc: string }>(
      `SELECT uscc FROM enterprise WHERE district_code = $1 AND status = 'active' ORDER BY uscc LIMIT 4`,
      [place.districtCode],
    );
    const pool = { industries: [], inPark: false, keyOnly: false, risks: [], territories: [], list: listed.map(({ uscc }) => uscc) };
    const line = await declareOne('431103-housing', 'housing-001', { pool, quantity: { kind: 'all' } });
    const problem = await gatherProblem(place);
    expect(problem.lines.find(({ id }) => id === line)).toMatchObject({ count: 4, targets: { kind: 'listed', enterprises: [0, 1, 2, 3] } });
    const minutes = problem.capacity.find(({ agency }) => agency === '431103-amr')?.minutes ?? [];
    expect(minutes).toHaveLength(12);
    expect(minutes.every((month) => month > 0 && month % 480 === 0)).toBe(true);
  });
});
