import { describe, expect, it } from 'vitest';
import { computeFigures, type FigureLine } from '#domain/plan/figures.ts';
import { computeJointCount } from '#domain/plan/review-step.ts';
import { loadPublicationDesk } from '#features/plan/queries/load-publication-desk.ts';
import { takeStep } from '#features/review/commands/take-step.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { loadYearFigures } from '#features/review/queries/load-figures.ts';
import { loadJoints } from '#features/review/queries/load-joints.ts';
import { asOwner } from '#support/api.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declareOne, readLine, reviewYear, stepOf, take } from '#support/review.ts';

const clerk = await officeOf('luolin');
const [amr, fire, emergency] = ['431103-amr', '431103-fire', '431103-emergency'];
const sentence = [expect.any(String)];
const ten = () =>
  Promise.all([
    declareOne(emergency, 'emergency-001', { quantity: { kind: 'count', count: 36 } }),
    declareOne(fire, 'fire-001', { quantity: { kind: 'count', count: 12 } }),
    declareOne(amr, 'amr-014', { quantity: { kind: 'count', count: 4 } }),
  ]);
const together = { lead: emergency, months: [9], form: 'onsite' as const, count: 38 };
const jointOf = async (id: string) => (await loadJoints('431103', reviewYear)).find((joint) => joint.id === id);

describe('merging', () => {
  it('lines of one group become one joint entry, and come apart again', async () => {
    const lines = await ten();
    const id = await take(clerk, { action: 'merge', lineIds: lines, change: together });
    for (const line of lines) expect(await readLine(line)).toMatchObject({ outcome: 'merged', months: [9], joint_id: id });
    expect(await jointOf(id)).toEqual({ id, lead: emergency, months: [9], form: 'onsite', count: 38 });
    await succeed(clerk, undoStep, { step: id });
    for (const line of lines) expect(await readLine(line)).toMatchObject({ outcome: 'unreviewed', months: [5], joint_id: null });
    expect(await jointOf(id)).toBeUndefined();
  });

  it('a line that leaves takes its share along; with one line left the joint no longer counts', async () => {
    const [first, second, third] = (await ten()) as [string, string, string];
    const id = await take(clerk, { action: 'merge', lineIds: [first, second, third], change: together });
    const drop = await take(clerk, { action: 'drop', lineIds: [first], change: { reason: '重复' } });
    expect(await jointOf(id)).toMatchObject({ lead: fire, count: computeJointCount(38, [12, 4], 52) });
    expect((await loadPublicationDesk(clerk, reviewYear)).publication.composed.find(({ lineIds }) => lineIds.includes(second))?.quota).toBe(
      12,
    );
    await take(clerk, { action: 'trim', lineIds: [second], change: { count: 11 } });
    expect(await readLine(third)).toMatchObject({ outcome: 'unreviewed', months: [5], joint_id: null });
    await succeed(clerk, undoStep, { step: drop });
    expect(await readLine(third)).toMatchObject({ outcome: 'merged', joint_id: id });
    expect(await jointOf(id)).toMatchObject({ lead: emergency, count: 36 });
  });

  it('a line merged anew leaves its joint; undoing the later merge brings it back', async () => {
    const [first, second, third] = (await ten()) as [string, string, string];
    const one = await take(clerk, { action: 'merge', lineIds: [first, second], change: { ...together, count: 40 } });
    const two = await take(clerk, { action: 'merge', lineIds: [second, third], change: { ...together, lead: fire, count: 12 } });
    expect([(await readLine(first)).outcome, (await readLine(second)).joint_id]).toEqual(['unreviewed', two]);
    await succeed(clerk, undoStep, { step: two });
    expect([(await readLine(first)).joint_id, (await readLine(second)).joint_id, (await readLine(third)).outcome]).toEqual([
      one,
      one,
      'unreviewed',
    ]);
  });

  it.each([
    ['fewer than the largest', { count: 35 }, { count: sentence }],
    ['more than all', { count: 53 }, { count: sentence }],
    ['led by nobody of them', { lead: '431103-water' }, { lead: sentence }],
    ['in no month', { months: [] }, { months: sentence }],
    ['in a form that enters nobody', { form: 'document' as const }, { form: sentence }],
  ])('refused: %s', async (_why, change, errors) => {
    const lineIds = await ten();
    const outcome = await act(clerk, takeStep, stepOf({ action: 'merge', lineIds, change: { ...together, ...change } }));
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'invalid', fields: errors } });
  });

  it.each([36, 52])('allowed: %i in all', async (count) => {
    await take(clerk, { action: 'merge', lineIds: await ten(), change: { ...together, count } });
  });

  it('of another group only with a reason', async () => {
    const lineIds = [await declareOne(emergency, 'emergency-001'), await declareOne(amr, 'amr-003')];
    const change = { ...together, count: 12 };
    expect(await act(clerk, takeStep, stepOf({ action: 'merge', lineIds, change }))).toMatchObject({
      refusal: { fields: { reason: sentence } },
    });
    await take(clerk, { action: 'merge', lineIds, change: { ...change, reason: '同一批企业' } });
  });

  it('off-site lines with those that enter only for a reason, and never in a form that none of them has', async () => {
    const [paper, other] = await Promise.all([
      declareOne(amr, 'amr-001', { form: 'document' }),
      declareOne(amr, 'amr-020', { form: 'document' }),
    ]);
    const door = await declareOne(emergency, 'emergency-001');
    const change = { ...together, lead: amr, count: 12, reason: '同一批企业' };
    const merging = (lineIds: string[], more: object) =>
      act(clerk, takeStep, stepOf({ action: 'merge', lineIds, change: { ...change, ...more } }));
    expect(await merging([paper, other], {})).toMatchObject({ refusal: { fields: { form: sentence } } });
    expect(await merging([paper, door], { reason: '' })).toMatchObject({ refusal: { fields: { reason: sentence } } });
    const id = await take(clerk, { action: 'merge', lineIds: [paper, door], change });
    expect(await jointOf(id)).toMatchObject({ form: 'onsite', count: 12 });
    await succeed(clerk, undoStep, { step: id });
    await take(clerk, { action: 'merge', lineIds: [paper, other], change: { ...change, form: 'document' } });
  });
});

describe('loadYearFigures adds up as computeFigures does', () => {
  it('over everything that was done above, and some more', async () => {
    const [gone, back, remote] = (await ten()) as [string, string, string];
    await take(clerk, { action: 'drop', lineIds: [gone], change: { reason: '重复' } });
    await take(clerk, { action: 'return', lineIds: [back], change: { reason: '请写明对象' } });
    await take(clerk, { action: 'offsite', lineIds: [remote], change: { form: 'remote' } });
    const lines = await asOwner<FigureLine>(
      `SELECT declared_count AS "declaredCount", declared_form AS "declaredForm", outcome, count, form, joint_id AS "jointId"
      FROM declaration_line WHERE district_code = '431103' AND year = $1`,
      [reviewYear],
    );
    const figures = await loadYearFigures('431103', reviewYear);
    expect(figures).toEqual(computeFigures(lines, await loadJoints('431103', reviewYear)));
    expect(figures.joints).toBeGreaterThan(2);
    expect(await loadYearFigures('431103', reviewYear + 1)).toMatchObject({ declaredLines: 0, declaredVisits: 0, plannedVisits: 0 });
  });
});
