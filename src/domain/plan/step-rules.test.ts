import { describe, expect, it } from 'vitest';
import { findMergeObjections, judgeStep, type LineFacts } from './step-rules.ts';

const planning = { agenciesPerVisit: 3, matterMinutes: 60, visitMinutes: 180 };

function line(id: string, changes: Partial<LineFacts> = {}): LineFacts {
  return {
    ...{ id, agency: 'amr', matter: `事项${id}`, mergeableGroup: 'g-food', kind: 'annual', outcome: 'unreviewed', count: 10, months: [5] },
    ...{ form: 'onsite', withOffice: true, returnable: true, published: false },
    ...changes,
  };
}
const faults = (action: Parameters<typeof judgeStep>[0], change: Parameters<typeof judgeStep>[1], ...lines: LineFacts[]) =>
  Object.keys(judgeStep(action, change, { lines: lines.length > 0 ? lines : [line('1')], planning })).sort();

describe('减数量', () => {
  it.each([
    [0, ['count']],
    [1, []],
    [9, []],
    [10, ['count']],
    [1.5, ['count']],
    [undefined, ['count']],
  ])('of 10 to %s', (count, fields) => {
    expect(faults('trim', { count })).toEqual(fields);
  });

  it('names every line that is no larger', () => {
    const errors = judgeStep('trim', { count: 8 }, { lines: [line('1'), line('2', { count: 8 }), line('3', { count: 7 })], planning });
    expect(errors).toEqual({ count: [expect.stringContaining('事项2'), expect.stringContaining('事项3')] });
  });
});

describe('改月份', () => {
  it.each([
    [[1], []],
    [[12, 1], []],
    [[0], ['months']],
    [[13], ['months']],
    [[], ['months']],
    [undefined, ['months']],
    [[5, 5], ['months']],
    [[5.5], ['months']],
  ])('to %j', (months, fields) => {
    expect(faults('move', { months })).toEqual(fields);
  });
});

describe('改非现场', () => {
  it('to a form that enters nobody and that the line does not have yet', () => {
    expect(faults('offsite', { form: 'document' })).toEqual([]);
    expect(faults('offsite', { form: 'sampling' })).toEqual(['form']);
    expect(faults('offsite', {})).toEqual(['form']);
    expect(faults('offsite', { form: 'document' }, line('1', { form: 'document' }))).toEqual(['form']);
    expect(faults('offsite', { form: 'remote' }, line('1', { form: 'document' }))).toEqual([]);
  });
});

describe('不列入, 退回', () => {
  it.each(['drop', 'return'] as const)('%s needs a reason that is not blank', (action) => {
    expect(faults(action, { reason: '重复' })).toEqual([]);
    expect(faults(action, { reason: ' \n' })).toEqual(['reason']);
    expect(faults(action, {})).toEqual(['reason']);
  });

  it('what is published, or has another declaration under way, is not returned, but may be dropped', () => {
    const reason = '写明对象';
    expect(faults('return', { reason }, line('1', { published: true }))).toEqual(['']);
    expect(faults('return', { reason }, line('1', { returnable: false }))).toEqual(['']);
    expect(faults('return', {}, line('1', { published: true, returnable: false }))).toEqual(['', 'reason']);
    expect(faults('drop', { reason }, line('1', { published: true, returnable: false }))).toEqual([]);
  });
});

describe('重新审, 保留', () => {
  it('reopens what was reviewed, keeps anything', () => {
    expect(faults('reopen', {}, line('1', { outcome: 'kept' }))).toEqual([]);
    expect(faults('reopen', {}, line('1', { outcome: 'kept' }), line('2'))).toEqual(['']);
    expect(faults('keep', {})).toEqual([]);
  });
});

describe('a line that lies with its agency', () => {
  it('takes no step until it is sent again', () => {
    const away = line('1', { outcome: 'returned', withOffice: false });
    expect(faults('keep', {}, away)).toEqual(['']);
    expect(faults('return', { reason: '再补' }, away, line('2'))).toEqual(['']);
    expect(faults('keep', {}, { ...away, withOffice: true })).toEqual([]);
  });

  it('other lines of its declaration go on being reviewed', () => {
    expect(faults('keep', {}, line('1', { withOffice: false }))).toEqual([]);
  });
});

describe('合并', () => {
  const [food, fire] = [line('1', { count: 12 }), line('2', { agency: 'fire', count: 4 })];
  const change = { lead: 'amr', months: [9], form: 'onsite', count: 12 } as const;

  it('of two lines or more', () => {
    expect(faults('merge', change, food)).toEqual(['']);
    expect(faults('merge', change, food, fire)).toEqual([]);
  });

  it.each([
    [11, ['count']],
    [12, []],
    [16, []],
    [17, ['count']],
    [12.5, ['count']],
  ])('visiting %s of 12 and 4', (count, fields) => {
    expect(faults('merge', { ...change, count }, food, fire)).toEqual(fields);
  });

  it('led by the agency of one of them, in some month', () => {
    expect(faults('merge', { ...change, lead: 'fire' }, food, fire)).toEqual([]);
    expect(faults('merge', { ...change, lead: 'tax' }, food, fire)).toEqual(['lead']);
    expect(faults('merge', { ...change, months: [] }, food, fire)).toEqual(['months']);
  });

  it('in a way that one of them goes', () => {
    const paper = line('3', { form: 'document' });
    expect(faults('merge', { ...change, form: 'sampling' }, food, fire)).toEqual([]);
    expect(faults('merge', { ...change, form: 'document' }, food, fire)).toEqual(['form']);
    expect(faults('merge', { ...change, form: 'onsite', count: 10 }, paper, { ...paper, id: '4', matter: '事项4' })).toEqual(['form']);
  });

  it('against objections only with a reason', () => {
    const other = { ...fire, mergeableGroup: 'g-env' };
    expect(faults('merge', change, food, other)).toEqual(['reason']);
    expect(faults('merge', { ...change, reason: '同一批企业' }, food, other)).toEqual([]);
  });
});

describe('what speaks against checking lines together', () => {
  const objectionsTo = (...lines: LineFacts[]) => findMergeObjections({ lines, planning }).length;
  const of = (id: string, agency: string, changes: Partial<LineFacts> = {}) => line(id, { agency, ...changes });

  it('agencies without a common group; an agency’s own matters need none', () => {
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire'))).toBe(0);
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { mergeableGroup: 'g-env' }))).toBe(1);
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { mergeableGroup: null }))).toBe(1);
    expect(objectionsTo(of('1', 'amr', { mergeableGroup: null }), of('2', 'amr', { mergeableGroup: 'g-env' }))).toBe(0);
  });

  it('a matter twice, some that enter and some that do not, kinds that are approved apart', () => {
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { matter: '事项1' }))).toBe(1);
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { form: 'remote' }))).toBe(1);
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { form: 'sampling' }))).toBe(0);
    expect(objectionsTo(of('1', 'amr'), of('2', 'fire', { kind: 'special' }))).toBe(1);
  });

  it('more agencies than may go together; as many as may are fine', () => {
    const three = [of('1', 'amr'), of('2', 'fire'), of('3', 'tax')];
    expect(objectionsTo(...three)).toBe(0);
    expect(objectionsTo(...three, of('4', 'water', { matter: '事项3' }))).toBe(2);
  });

  it('more time than a visit may take; as much as it may is fine', () => {
    const three = [of('1', 'amr'), of('2', 'amr'), of('3', 'amr')];
    expect(objectionsTo(...three)).toBe(0);
    expect(objectionsTo(...three, of('4', 'amr'))).toBe(1);
  });
});
