import { describe, expect, it } from 'vitest';
import { publishPlan } from '#features/plan/commands/publish-plan.ts';
import { loadPublicationDesk } from '#features/plan/queries/load-publication-desk.ts';
import { takeStep } from '#features/review/commands/take-step.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { expectOneOf } from '#support/filings.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { publicationOf, publish, readEntries } from '#support/plans.ts';
import { declare, readLine, reviewYear, stepOf, take } from '#support/review.ts';
import { readEvents, readOne, readTold } from '#support/rows.ts';

const [clerk, director, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('xiezhiyuan'), officeOf('jiangxinlan')]);
const [amr, fire, district] = ['431103-amr', '431103-fire', '431103'];
const no = (n: number) => `${reviewYear}-${String(n).padStart(4, '0')}`;
const months = { kind: 'month', months: [5, 6] } as const;

const { lineIds } = await declare(amr, [
  declareLine('amr-014', { quantity: { kind: 'all' }, period: months }),
  declareLine('amr-017', { period: months }),
  declareLine('amr-002', { form: 'document' }),
]);
const [full = '', drawn = '', written = ''] = lineIds;
const fires = (await declare(fire, [declareLine('fire-001', { period: months })])).lineIds;
const [burning = ''] = fires;
const planRow = (version: number) =>
  readOne<{ id: string; status: string; figures: Record<string, number>; note: string; published_by_id: string }>(
    'SELECT * FROM plan WHERE district_code = $1 AND year = $2 AND version = $3',
    [district, reviewYear, version],
  );
const refusal = async (office = clerk) => {
  const outcome = await act(office, publishPlan, await publicationOf(office, reviewYear));
  return outcome.ok ? null : outcome.refusal;
};

describe('the first version', () => {
  it('waits until every line is reviewed, and says how many are not', async () => {
    await take(clerk, { action: 'keep', lineIds: [full, drawn] });
    expect(await refusal()).toEqual({ kind: 'invalid', fields: { '': ['还有 2 行没有审，全部审完才能公示。'] } });
    await take(clerk, { action: 'keep', lineIds: [written, burning] });
  });

  it('gives numbers, stores what was kept, tells every agency, and keeps the hash in the log', async () => {
    expect(await publish(clerk, reviewYear, '年度计划')).toBe(1);
    const entries = await readEntries(district, reviewYear);
    expect(entries.map((row) => [row.no, row.since, row.until, row.agencies])).toEqual([
      [no(1), 1, null, [amr]],
      [no(2), 1, null, [amr]],
      [no(3), 1, null, [amr]],
      [no(4), 1, null, [fire]],
    ]);
    expect(entries.every(({ id, root_id, used }) => id === root_id && used === 0)).toBe(true);
    expect(entries[0]).toMatchObject({ full_coverage: true });
    expect(entries[1]).toMatchObject({ full_coverage: false, quota: 10, months: { 5: [5, 0], 6: [5, 0] } });
    expect(await readLine(drawn)).toMatchObject({ outcome: 'kept', entry_no: no(2) });
    const plan = await planRow(1);
    expect(plan).toMatchObject({ status: 'published', note: '年度计划', published_by_id: clerk.actor.id });
    expect(plan.figures).toMatchObject({ declaredLines: 4, plannedEntries: 4, unreviewedLines: 0, matters: expect.any(Number) });
    expect(await readEvents(plan.id)).toEqual(['plan.published']);
    const { hash } = await readOne<{ hash: string }>(`SELECT detail ->> 'hash' AS hash FROM audit_record WHERE subject = $1`, [plan.id]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await readTold(plan.id, 'plan.published')).toEqual(expect.arrayContaining(['shenleyu', 'zengli']));
  });

  it('carries the steps: they are not undone any more', async () => {
    const { id } = await readOne<{ id: string }>('SELECT id FROM review_step WHERE year = $1 ORDER BY no LIMIT 1', [reviewYear]);
    expect(await act(clerk, undoStep, { step: id })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  });

  it('a year without any change is not published again', async () => {
    expect(await refusal()).toEqual({ kind: 'invalid', fields: { '': ['与现行的一版没有差别，不用再公示。'] } });
  });
});

describe('the second version', () => {
  it('changed rows are new ones of the same number with what was used; the unchanged ones stay, the dropped ones end', async () => {
    const before = await readEntries(district, reviewYear);
    await take(clerk, { action: 'trim', lineIds: [drawn], change: { count: 6 } });
    await take(clerk, { action: 'drop', lineIds: [written], change: { reason: '与省级任务重复' } });
    const added = await declare(fire, [declareLine('fire-002')], { no: 2 });
    await take(clerk, { action: 'keep', lineIds: added.lineIds });
    expect(await publish(director, reviewYear)).toBe(2);
    const after = await readEntries(district, reviewYear);
    expect(after.map((row) => [row.no, row.since, row.until, row.quota])).toEqual([
      [no(1), 1, null, before[0]?.quota],
      [no(2), 1, 2, 10],
      [no(2), 2, null, 6],
      [no(3), 1, 2, 10],
      [no(4), 1, null, 10],
      [no(5), 2, null, 10],
    ]);
    expect(after[0]).toEqual(before[0]);
    expect(after[2]).toMatchObject({ root_id: before[1]?.id, months: { 5: [3, 0], 6: [3, 0] } });
    expect(after[2]?.id).not.toBe(before[1]?.id);
    expect([(await planRow(1)).status, (await planRow(2)).status]).toEqual(['superseded', 'published']);
  });

  it('a joint entry goes on under the number of the agency that leads; a line that comes back does so under its own root', async () => {
    const before = await readEntries(district, reviewYear);
    const change = { lead: amr, months: [5, 6], form: 'onsite', count: 12, reason: '同一批企业' } as const;
    await take(clerk, { action: 'merge', lineIds: [burning, drawn], change });
    await take(clerk, { action: 'reopen', lineIds: [written] });
    await take(clerk, { action: 'keep', lineIds: [written] });
    expect(await publish(clerk, reviewYear)).toBe(3);
    const current = (await readEntries(district, reviewYear)).filter(({ until }) => until === null);
    expect(current.map((row) => [row.no, row.quota, row.agencies])).toEqual([
      [no(1), before[0]?.quota, [amr]],
      [no(2), 12, [amr, fire]],
      [no(3), 10, [amr]],
      [no(5), 10, [fire]],
    ]);
    expect(current[2]).toMatchObject({ root_id: before.find((row) => row.no === no(3))?.id, since: 3 });
    expect(await readLine(burning)).toMatchObject({ entry_no: no(2) });
  });
});

describe('who publishes when', () => {
  it('of two at once one does, the other is told', async () => {
    await take(clerk, { action: 'move', lineIds: [written], change: { months: [9] } });
    const input = await publicationOf(clerk, reviewYear);
    await expectOneOf([clerk, director].map((office) => act(office, publishPlan, input)));
    expect(await readOne('SELECT max(version) AS last, count(*)::int AS plans FROM plan WHERE year = $1', [reviewYear])).toEqual({
      last: 4,
      plans: 4,
    });
  });

  it('what was reviewed after the page was read is shown first', async () => {
    await take(clerk, { action: 'move', lineIds: [written], change: { months: [10] } });
    const input = await publicationOf(clerk, reviewYear);
    await take(director, { action: 'move', lineIds: [written], change: { months: [11] } });
    expect(await act(clerk, publishPlan, input)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  });

  it('the other district publishes its own lines only: here it has none', async () => {
    const desk = await loadPublicationDesk(elsewhere, reviewYear);
    expect([desk.base, desk.publication.items]).toEqual([0, []]);
    expect(await refusal(elsewhere)).toEqual({ kind: 'invalid', fields: { '': ['没有可以公示的计划项，先审核单位申报的行。'] } });
  });

  it('returned lines wait outside the plan and hold nobody up', async () => {
    const { lineIds: late } = await declare(fire, [declareLine('fire-003')], { no: 3 });
    const { id: step } = await succeed(clerk, takeStep, stepOf({ action: 'return', lineIds: late, change: { reason: '写明对象' } }));
    expect(await publish(clerk, reviewYear)).toBe(5);
    expect((await planRow(5)).figures).toMatchObject({ returnedLines: 1, unreviewedLines: 0 });
    expect(await readLine(late[0] ?? '')).toMatchObject({ outcome: 'returned', entry_no: null });
    await succeed(clerk, undoStep, { step });
    expect(await readLine(late[0] ?? '')).toMatchObject({ outcome: 'unreviewed' });
  });
});
