import { describe, expect, it } from 'vitest';
import { at } from '../inspection/facts.fixture.ts';
import { sayDay, sayDays, sayDuration, sayInterval, sayTime, sayWeekday } from './wording.ts';

const today = '2026-09-16';

describe('days and times in words', () => {
  it('names the year only where it differs', () => {
    expect([sayDay('2026-09-17', today), sayDay('2027-01-05', today)]).toEqual(['9月17日', '2027年1月5日']);
    expect(sayWeekday('2026-09-20')).toBe('周日');
  });

  it('says an interval on one day, over two days and until midnight', () => {
    expect(sayInterval({ start: at('2026-09-17 09:00'), end: at('2026-09-17 11:30') }, today)).toBe('9月17日 09:00—11:30');
    expect(sayInterval({ start: at('2026-09-20 09:00'), end: at('2026-09-21 17:00') }, today)).toBe('9月20日 09:00—9月21日 17:00');
    expect(sayInterval({ start: at('2026-12-31 09:00'), end: at('2027-01-01 17:00') }, today)).toBe('12月31日 09:00—2027年1月1日 17:00');
    expect(sayInterval({ start: at('2026-09-17 20:00'), end: at('2026-09-18 00:00') }, today)).toBe('9月17日 20:00—24:00');
    expect(sayTime(at('2026-09-17 23:59'))).toBe('23:59');
  });

  it('joins neighbouring days into runs', () => {
    expect(sayDays(['2026-09-17'], today)).toBe('9月17日');
    expect(sayDays(['2026-09-17', '2026-09-18', '2026-09-21'], today)).toBe('9月17日—18日、21日');
    expect(sayDays(['2026-09-30', '2026-10-01'], today)).toBe('9月30日—10月1日');
    expect(sayDays(['2026-09-30', '2026-10-05'], today)).toBe('9月30日、10月5日');
  });

  it('says how long', () => {
    const minutes = [0, 40, 120, 200, 1440, 1440 * 5 + 17 * 60];
    expect(minutes.map((each) => sayDuration(each * 60_000))).toEqual(['0 分', '40 分', '2 小时', '3 小时 20 分', '1 天', '5 天 17 小时']);
  });
});
