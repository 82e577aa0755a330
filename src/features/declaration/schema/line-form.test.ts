import { describe, expect, it } from 'vitest';
import { computeUsccCheck } from '#domain/enterprise/uscc.ts';
import { blankFields, fieldsOfLine } from './line-fields.ts';
import { type LineFields, readLine } from './line-form.ts';
import { mostListed } from './listed-codes.ts';

const context = { year: 2027, industries: ['26', '27'] };
const codeNo = (nth: number) => {
  const first17 = `91431103MA4L${String(nth).padStart(5, '0')}`;
  return first17 + computeUsccCheck(first17);
};
const full: LineFields = { ...blankFields(), matter: 'amr-001', poolLabel: '园区企业', count: '20', months: ['9', '3'] };
const read = (fields: Partial<LineFields>) => readLine({ ...full, ...fields }, context);
const lineOf = (fields: Partial<LineFields>) => {
  const outcome = read(fields);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.line;
};

describe('a form read into a line', () => {
  it('takes the matter’s industries, months in order', () => {
    expect(lineOf({})).toMatchObject({
      matter: 'amr-001',
      pool: { industries: ['26', '27'], inPark: false, list: null },
      quantity: { kind: 'count', count: 20 },
      period: { kind: 'month', months: [3, 9] },
    });
  });

  it('reads shares, full coverage, and every way to say when', () => {
    expect(lineOf({ quantityKind: 'ratio', ratio: '5%' }).quantity).toEqual({ kind: 'ratio', ratioPercent: 5 });
    expect(lineOf({ quantityKind: 'ratio', ratio: '3', ratioCount: '36' }).quantity).toEqual({ kind: 'ratio', ratioPercent: 3, count: 36 });
    expect(lineOf({ quantityKind: 'min', least: '10' }).quantity).toEqual({ kind: 'min', count: 10 });
    expect(lineOf({ quantityKind: 'all' }).quantity).toEqual({ kind: 'all' });
    expect(lineOf({ periodKind: 'half', half: '2' }).period).toEqual({ kind: 'half', half: 2 });
    expect(lineOf({ periodKind: 'monthly', part: 'last-ten-days' }).period).toEqual({ kind: 'monthly', part: 'last-ten-days' });
    expect(lineOf({ periodKind: 'range', fromDay: '2027-09-21' }).period).toEqual({ kind: 'range', from: '2027-09-21', to: '2027-09-21' });
  });

  it('says everything that is wrong at once', () => {
    const outcome = readLine({ ...blankFields(), form: 'thought', source: '' }, context);
    expect('faults' in outcome && Object.keys(outcome.faults).sort()).toEqual(['count', 'form', 'matter', 'months', 'poolLabel', 'source']);
  });

  it.each([
    [{ quantityKind: 'ratio', ratio: '0' }, 'ratio'],
    [{ quantityKind: 'ratio', ratio: '101' }, 'ratio'],
    [{ quantityKind: 'ratio', ratio: '5', ratioCount: 'x' }, 'ratioCount'],
    [{ count: '0' }, 'count'],
    [{ quantityKind: 'min', least: '' }, 'least'],
    [{ count: '1.5' }, 'count'],
    [{ quantityKind: 'toString' }, 'quantityKind'],
    [{ periodKind: 'toString' }, 'periodKind'],
    [{ months: ['0', '13', 'x'] }, 'months'],
    [{ periodKind: 'range', fromDay: '2026-09-21' }, 'fromDay'],
    [{ periodKind: 'range', fromDay: '2027-02-30' }, 'fromDay'],
    [{ periodKind: 'range', fromDay: '2027-09-21', toDay: '2027-09-20' }, 'toDay'],
    [{ poolKind: '' }, 'poolKind'],
  ])('refuses %o', (fields, field) => {
    const outcome = read(fields);
    expect('faults' in outcome && Object.keys(outcome.faults)).toEqual([field]);
  });

  it('names each fault of a list with its row; empty lines do not count', () => {
    const [one, two] = [codeNo(1), codeNo(2)];
    expect(lineOf({ poolKind: 'list', list: ` ${one.toLowerCase()} \r\n\r\n${two}` }).pool).toMatchObject({
      list: [one, two],
      industries: [],
    });
    const wrong = `${two.slice(0, 17)}${two.endsWith('0') ? '1' : '0'}`;
    const outcome = read({ poolKind: 'list', list: `${one}\n${wrong}\n${one}` });
    expect('faults' in outcome && outcome.faults.list).toEqual([
      `第 2 行 ${wrong}：不是正确的统一社会信用代码`,
      `第 3 行 ${one}：前面已经有了`,
    ]);
  });

  it('takes so many enterprises and not one more', () => {
    const listOf = (count: number) => Array.from({ length: count }, (_, nth) => codeNo(nth)).join('\n');
    expect(lineOf({ poolKind: 'list', list: listOf(mostListed) }).pool.list).toHaveLength(mostListed);
    expect(read({ poolKind: 'list', list: listOf(mostListed + 1) })).toMatchObject({ faults: { list: [expect.stringContaining('最多')] } });
  });

  it('gives back the form that says the same', () => {
    const forms: Partial<LineFields>[] = [
      { inPark: 'yes', keyOnly: 'yes', risks: ['C', 'D'], territories: ['431103001'] },
      { quantityKind: 'ratio', ratio: '2.5', ratioCount: '7', periodKind: 'quarter', quarters: ['1', '4'] },
      { quantityKind: 'all', periodKind: 'monthly', part: 'middle-ten-days', partners: ['431103-fire'] },
      { poolKind: 'list', list: codeNo(3), quantityKind: 'min', least: '10', periodKind: 'half', half: '1' },
      { periodKind: 'range', fromDay: '2027-01-05', toDay: '2027-02-01', remark: '备注' },
      { periodKind: 'year' },
    ];
    for (const form of forms) {
      const line = lineOf(form);
      expect(readLine(fieldsOfLine(line), context)).toEqual({ line });
    }
  });
});
