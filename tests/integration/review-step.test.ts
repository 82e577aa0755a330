import { describe, expect, it } from 'vitest';
import { takeStep } from '#features/review/commands/take-step.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound } from '#support/filings.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declare, declareOne, readLine, reviewYear, stepOf, take } from '#support/review.ts';
import { readEvents, readOne, readTold } from '#support/rows.ts';

const [clerk, director, elsewhere] = await Promise.all([officeOf('luolin'), officeOf('xiezhiyuan'), officeOf('jiangxinlan')]);
const amr = '431103-amr';
const fire = '431103-fire';
const refusalOf = (errors: object) => ({ ok: false, refusal: { kind: 'invalid', fields: errors } });
const sentence = [expect.any(String)];

describe('takeStep: each action on one line', () => {
  it.each([
    ['keep', {}, { outcome: 'kept', count: 10, months: [5], form: 'onsite' }],
    ['trim', { count: 9 }, { outcome: 'kept', count: 9 }],
    ['trim', { count: 1 }, { outcome: 'kept', count: 1 }],
    ['move', { months: [6, 7] }, { outcome: 'kept', months: [6, 7] }],
    ['offsite', { form: 'document' }, { outcome: 'kept', form: 'document', count: 10 }],
    ['drop', { reason: '与省级任务重复' }, { outcome: 'dropped', reason: '与省级任务重复' }],
    ['return', { reason: '请写明对象' }, { outcome: 'returned', reason: '请写明对象' }],
  ] as const)('%s %j', async (action, change, now) => {
    const line = await declareOne(amr, 'amr-014');
    const step = await take(clerk, { action, lineIds: [line], change });
    expect(await readLine(line)).toMatchObject(now);
    expect(await readEvents(step)).toEqual(['review.taken']);
    await succeed(director, undoStep, { step });
    expect(await readLine(line)).toMatchObject({ outcome: 'unreviewed', count: 10, months: [5], form: 'onsite', reason: '' });
    expect(await readEvents(step)).toEqual(['review.taken', 'review.reversed']);
  });

  it('reopen shows the line as declared again', async () => {
    const line = await declareOne(amr, 'amr-014');
    await take(clerk, { action: 'trim', lineIds: [line], change: { count: 3 } });
    await take(clerk, { action: 'reopen', lineIds: [line] });
    expect(await readLine(line)).toMatchObject({ outcome: 'unreviewed', count: 10 });
  });

  it.each([
    ['trim', { count: 10 }, { count: sentence }],
    ['trim', { count: 0 }, { count: sentence }],
    ['move', { months: [] }, { months: sentence }],
    ['move', { months: [13] }, { months: sentence }],
    ['offsite', { form: 'sampling' }, { form: sentence }],
    ['drop', { reason: ' ' }, { reason: sentence }],
    ['return', {}, { reason: sentence }],
    ['reopen', {}, { '': sentence }],
    ['merge', { lead: amr, months: [5], form: 'onsite', count: 10 }, { '': sentence }],
  ] as const)('refused: %s %j', async (action, change, errors) => {
    const line = await declareOne(amr, 'amr-014');
    expect(await act(clerk, takeStep, stepOf({ action, lineIds: [line], change }))).toEqual(refusalOf(errors));
    expect(await readLine(line)).toMatchObject({ outcome: 'unreviewed', count: 10 });
  });
});

describe('takeStep: what the office may not touch is not found', () => {
  it("another district's line, another year's, one not sent by its head yet, none at all", async () => {
    const own = await declareOne(amr, 'amr-014');
    const foreign = await declareOne('511724-amr', 'amr-014');
    const drafts = await declare(fire, [declareLine('fire-001')], { no: 50, status: 'submitted' });
    const unsent = drafts.lineIds[0] ?? '';
    const keep =
      (lineIds: readonly string[], year = reviewYear) =>
      () =>
        act(clerk, takeStep, stepOf({ action: 'keep', lineIds, year }));
    await expectNotFound(keep([foreign]), keep([own, foreign]), keep([own], reviewYear + 1), keep([unsent]), keep([]));
    const step = await take(clerk, { action: 'keep', lineIds: [own] });
    await expectNotFound(() => act(elsewhere, undoStep, { step }));
  });
});

describe('undoStep', () => {
  it('out of order: what came later still holds', async () => {
    const line = await declareOne(amr, 'amr-014');
    const [first, second] = [
      await take(clerk, { action: 'trim', lineIds: [line], change: { count: 8 } }),
      await take(clerk, { action: 'move', lineIds: [line], change: { months: [6] } }),
    ];
    await succeed(clerk, undoStep, { step: first });
    expect(await readLine(line)).toMatchObject({ outcome: 'kept', count: 10, months: [6] });
    await succeed(clerk, undoStep, { step: second });
    expect(await readLine(line)).toMatchObject({ outcome: 'unreviewed', count: 10, months: [5] });
    expect(await act(clerk, undoStep, { step: second })).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('not once a published plan carries it', async () => {
    const line = await declareOne(amr, 'amr-014');
    const step = await take(clerk, { action: 'keep', lineIds: [line] });
    await asOwner('UPDATE review_step SET plan_id = (SELECT id FROM plan LIMIT 1) WHERE id = $1', [step]);
    expect(await act(clerk, undoStep, { step })).toMatchObject({ refusal: { kind: 'stale' } });
    await take(clerk, { action: 'drop', lineIds: [line], change: { reason: '改由省级统一检查' } });
    expect(await readLine(line)).toMatchObject({ outcome: 'dropped' });
  });

  it('a return: the declaration comes back, the people are told', async () => {
    const { declarationId, lineIds } = await declare(amr, [declareLine('amr-014'), declareLine('amr-013')], { no: 60 });
    const step = await take(clerk, {
      action: 'return',
      lineIds: lineIds.slice(0, 1),
      change: { reason: '数量与上年不符', due: '2031-01-20' },
    });
    const statusOf = () => readOne('SELECT status FROM declaration WHERE id = $1', [declarationId]);
    expect(await statusOf()).toEqual({ status: 'returned' });
    expect(await readTold(step, 'review.taken')).toEqual(['shenleyu', 'zengli']);
    const [event] = await asOwner<{ event: string; note: string }>(
      `SELECT event, note FROM declaration_event WHERE declaration_id = $1 ORDER BY at DESC LIMIT 1`,
      [declarationId],
    );
    expect(event?.event).toBe('returned');
    expect(event?.note).toContain('数量与上年不符，请于 2031年1月20日 前报回');
    await succeed(clerk, undoStep, { step });
    expect(await statusOf()).toEqual({ status: 'approved' });
    expect(await readTold(step, 'review.reversed')).toEqual(['shenleyu', 'zengli']);
  });

  it('a return tells each agency of its own lines only, the first three by name', async () => {
    const codes = ['amr-014', 'amr-013', 'amr-003', 'amr-017'];
    const mine = await declare(
      amr,
      codes.map((code) => declareLine(code)),
      { no: 62 },
    );
    const theirs = await declare(fire, [declareLine('fire-001')], { no: 62 });
    const step = await take(clerk, { action: 'return', lineIds: [...mine.lineIds, ...theirs.lineIds], change: { reason: '写明对象' } });
    const names = await asOwner<{ code: string; name: string }>(`SELECT code, name FROM matter WHERE district_code = '431103'`);
    const nameOf = (code: string) => names.find((matter) => matter.code === code)?.name ?? '';
    const toMine = `${codes.slice(0, 3).map(nameOf).join('、')}等 4 行：写明对象`;
    const toTheirs = `${nameOf('fire-001')}：写明对象`;
    const notes = await asOwner<{ id: string; note: string }>(
      `SELECT declaration_id AS id, note FROM declaration_event WHERE event = 'returned' AND declaration_id = ANY ($1)`,
      [[mine.declarationId, theirs.declarationId]],
    );
    expect(new Map(notes.map(({ id, note }) => [id, note]))).toEqual(
      new Map([
        [mine.declarationId, toMine],
        [theirs.declarationId, toTheirs],
      ]),
    );
    const told = await asOwner<{ text: string }>('SELECT DISTINCT text FROM notification WHERE subject_id = $1 AND event = $2', [
      step,
      'review.taken',
    ]);
    expect(told.map(({ text }) => text).sort()).toEqual([toMine, toTheirs].map((note) => `优化办退回 ${note}`).sort());
    await succeed(clerk, undoStep, { step });
  });

  it('a return is not undone once the agency has changed a line', async () => {
    const { lineIds } = await declare('431103-emergency', [declareLine('emergency-001')], { no: 61 });
    const step = await take(clerk, { action: 'return', lineIds, change: { reason: '数量与上年不符' } });
    await asOwner(`UPDATE declaration_line SET fingerprint = 'other' WHERE id = $1`, [lineIds[0]]);
    expect(await act(clerk, undoStep, { step })).toMatchObject({ refusal: { kind: 'stale' } });
  });
});

describe('two clerks at once', () => {
  it('on the same line: both steps are kept, the later one holds', async () => {
    const line = await declareOne(amr, 'amr-014');
    const outcomes = await Promise.all([
      act(clerk, takeStep, stepOf({ action: 'trim', lineIds: [line], change: { count: 5 } })),
      act(director, takeStep, stepOf({ action: 'drop', lineIds: [line], change: { reason: '重复' } })),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    const steps = await asOwner<{ action: string; no: number }>(
      'SELECT action, no FROM review_step WHERE $1 = ANY (line_ids) ORDER BY no',
      [line],
    );
    expect(steps.map(({ action }) => action).sort()).toEqual(['drop', 'trim']);
    expect((await readLine(line)).outcome).toBe(steps.at(-1)?.action === 'drop' ? 'dropped' : 'kept');
  });

  it('undoing the same step: one does, the other hears that it is undone', async () => {
    const line = await declareOne(amr, 'amr-014');
    const step = await take(clerk, { action: 'keep', lineIds: [line] });
    const outcomes = await Promise.all([act(clerk, undoStep, { step }), act(director, undoStep, { step })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('sixteen at once are numbered without gaps', async () => {
    const lines = await Promise.all(Array.from({ length: 16 }, () => declareOne(amr, 'amr-014')));
    await Promise.all(lines.map((line) => take(clerk, { action: 'keep', lineIds: [line] })));
    const steps = await asOwner<{ no: number }>('SELECT no FROM review_step WHERE year = $1 ORDER BY no', [reviewYear]);
    expect(steps.map(({ no }) => no)).toEqual(steps.map((_, index) => index + 1));
  });
});
