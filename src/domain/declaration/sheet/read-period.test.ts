import { describe, expect, it } from 'vitest';
import type { Period } from '../period.ts';
import { readPeriod } from './read-period.ts';

const read = (text: string) => readPeriod({ address: 'F4', text }, 2026);
const range = (from: string, to = from): Period => ({ kind: 'range', from: `2026-${from}`, to: `2026-${to}` });
const months = (...list: number[]): Period => ({ kind: 'month', months: list });
const quarters = (...list: number[]): Period => ({ kind: 'quarter', quarters: list });

const spellings: readonly (readonly [string, Period])[] = [
  ['3月', months(3)],
  ['３月份', months(3)],
  ['三月', months(3)],
  ['十二月', months(12)],
  ['2026年3月', months(3)],
  ['2026-03', months(3)],
  ['3月检查4家', { ...months(3), count: 4 } as Period],
  ['３月检查２０家', { ...months(3), count: 20 } as Period],
  ['3月（4家）', { ...months(3), count: 4 } as Period],
  ['3月份，抽查4户', { ...months(3), count: 4 } as Period],
  ['1月、9月', months(1, 9)],
  ['1、9月', months(1, 9)],
  ['1月和9月', months(1, 9)],
  ['9月，1月', months(1, 9)],
  ['3-5月', months(3, 4, 5)],
  ['3月-5月', months(3, 4, 5)],
  ['3月至5月', months(3, 4, 5)],
  ['3月—5月期间', months(3, 4, 5)],
  ['1-12月', months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)],
  ['一季度', quarters(1)],
  ['第二季度', quarters(2)],
  ['第3季度', quarters(3)],
  ['Q4', quarters(4)],
  ['四季', quarters(4)],
  ['2026年二季度', quarters(2)],
  ['第三季度检查25家', { ...quarters(3), count: 25 } as Period],
  ['一、三季度', quarters(1, 3)],
  ['一季度、三季度', quarters(1, 3)],
  ['二至四季度', quarters(2, 3, 4)],
  ['每季度', quarters(1, 2, 3, 4)],
  ['上半年', { kind: 'half', half: 1 }],
  ['下半年', { kind: 'half', half: 2 }],
  ['2026年上半年', { kind: 'half', half: 1 }],
  ['全年', { kind: 'year' }],
  ['全年度', { kind: 'year' }],
  ['年内完成', { kind: 'year' }],
  ['2026年', { kind: 'year' }],
  ['2026年度', { kind: 'year' }],
  ['每月', { kind: 'monthly' }],
  ['每个月', { kind: 'monthly' }],
  ['每月检查2家', { kind: 'monthly', count: 2 }],
  ['每月上旬', { kind: 'monthly', part: 'first-ten-days' }],
  ['每月中旬', { kind: 'monthly', part: 'middle-ten-days' }],
  ['每月下旬', { kind: 'monthly', part: 'last-ten-days' }],
  ['每月 下 旬', { kind: 'monthly', part: 'last-ten-days' }],
  ['每月21日-月底', { kind: 'monthly', part: 'last-ten-days' }],
  ['每月21日以后', { kind: 'monthly', part: 'last-ten-days' }],
  ['9月21日—9月30日', range('09-21', '09-30')],
  ['9月21日-9月30日', range('09-21', '09-30')],
  ['9月21日－9月30日', range('09-21', '09-30')],
  ['9月21日~9月30日', range('09-21', '09-30')],
  ['9月21日～9月30日', range('09-21', '09-30')],
  ['9月21日至30日', range('09-21', '09-30')],
  ['9月21日到9月30日', range('09-21', '09-30')],
  ['9月21日—30日', range('09-21', '09-30')],
  ['9月21-30日', range('09-21', '09-30')],
  ['9.21-9.30', range('09-21', '09-30')],
  ['９．２１－９．３０', range('09-21', '09-30')],
  ['9/21-9/30', range('09-21', '09-30')],
  ['2026年7月21日－2026年7月31日', range('07-21', '07-31')],
  ['2026-07-21至2026-07-31', range('07-21', '07-31')],
  ['2026/7/21—2026/7/31', range('07-21', '07-31')],
  ['2026.7.21-2026.7.31', range('07-21', '07-31')],
  ['九月二十一日至三十日', range('09-21', '09-30')],
  ['3月25日', range('03-25')],
  ['2026-03-25', range('03-25')],
  ['2026-03-25 00:00:00', range('03-25')],
  ['9月21号', range('09-21')],
  ['3月上旬', range('03-01', '03-10')],
  ['3月中旬', range('03-11', '03-20')],
  ['2月下旬', range('02-21', '02-28')],
  ['6月底前完成', range('01-01', '06-30')],
  ['11月30日前', range('01-01', '11-30')],
];

describe('periods in every spelling', () => {
  it.each(spellings)('%s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value });
  });

  it('a date, a bare serial number and a lost trailing nought', () => {
    expect(readPeriod({ address: 'F4', text: '2026/3/25', number: 46106, date: '2026-03-25' }, 2026)).toEqual({
      ok: true,
      value: range('03-25'),
    });
    expect(readPeriod({ address: 'F4', text: '46196', number: 46196 }, 2026)).toEqual({ ok: true, value: range('06-23') });
    expect(readPeriod({ address: 'F4', text: '9.21', number: 9.21 }, 2026)).toEqual({ ok: true, value: range('09-21') });
    expect(readPeriod({ address: 'F4', text: '9.3', number: 9.3 }, 2026)).toMatchObject({ ok: false, proposals: ['9月3日', '9月30日'] });
    expect(readPeriod({ address: 'F4', text: '3', number: 3 }, 2026)).toMatchObject({ ok: false, code: 'bad_period' });
  });
});

describe('what is no period says what could stand there', () => {
  it.each([
    ['第五季度', '季度只有一至四'],
    ['13月', '月份只有 1—12'],
    ['0月', '月份只有 1—12'],
    ['2月30日', '没有这一天，请改正日期'],
    ['9月30日—9月21日', '结束早于开始，请改正日期'],
    ['12月-2月', '结束早于开始，跨年的请分成两行'],
    ['3月1日-3月5日-3月9日', '一行只能写一段时间，请分成几行'],
    ['春节前', '看不懂这个时间，请写成 3月、二季度、上半年、每月下旬 或 9月21日—9月30日'],
    ['待定', '看不懂这个时间，请写成 3月、二季度、上半年、每月下旬 或 9月21日—9月30日'],
  ])('%s', (text, message) => {
    expect(read(text)).toEqual({ ok: false, code: 'bad_period', message, proposals: ['一季度', '二季度', '三季度', '四季度'] });
  });

  it.each([
    ['2025年3月', '3月'],
    ['2025年9月21日—9月30日', '9月21日—9月30日'],
    ['2027-03-25', '3月25日'],
    ['2025年', '全年'],
    ['2025年二季度', '二季度'],
  ])('another year: %s', (text, proposal) => {
    expect(read(text)).toMatchObject({ ok: false, code: 'other_year', proposals: [proposal] });
  });

  it('every proposal is read', () => {
    for (const [text] of [['第五季度'], ['2025年3月'], ['2027-03-25'], ['2025年']] as const) {
      const outcome = read(text);
      if (outcome.ok) throw new Error(text);
      for (const proposal of outcome.proposals) expect(read(proposal)).toMatchObject({ ok: true });
    }
  });
});
