import type { Day } from '#domain/calendar/day.ts';
import { lengthOfMonth } from '#domain/calendar/quiet-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';

/** A part of a month: 上旬, 中旬, 下旬. */
export type MonthPart = 'first-ten-days' | 'middle-ten-days' | 'last-ten-days';

/** When a line's visits lie, as agencies write it. `count` is the figure written beside the time («3月检查4家»). */
export type Period =
  | { readonly kind: 'month'; readonly months: readonly number[]; readonly count?: number | undefined }
  | { readonly kind: 'quarter'; readonly quarters: readonly number[]; readonly count?: number | undefined }
  | { readonly kind: 'half'; readonly half: 1 | 2; readonly count?: number | undefined }
  | { readonly kind: 'year'; readonly count?: number | undefined }
  /** Every month, or a part of every month. */
  | { readonly kind: 'monthly'; readonly part?: MonthPart | undefined; readonly count?: number | undefined }
  /** Both inclusive; one date is a range of one day. */
  | { readonly kind: 'range'; readonly from: Day; readonly to: Day };

const allMonths = Array.from({ length: 12 }, (_, index) => index + 1);
const between = (first: number, last: number) => allMonths.filter((month) => month >= first && month <= last);
const monthOf = (day: Day) => Number(day.slice(5, 7));

/** The months of the year (1—12, ascending) in which its visits may lie. */
export function monthsOf(period: Period): number[] {
  switch (period.kind) {
    case 'month':
      return allMonths.filter((month) => period.months.includes(month));
    case 'quarter':
      return allMonths.filter((month) => period.quarters.includes(Math.ceil(month / 3)));
    case 'half':
      return period.half === 1 ? between(1, 6) : between(7, 12);
    case 'range':
      return between(monthOf(period.from), monthOf(period.to));
    case 'year':
    case 'monthly':
      return allMonths;
  }
}

/** The first and the last day of some months of a year, both inclusive. */
export function daysOfMonths(months: readonly number[], year: number): { readonly fromDay: Day; readonly toDay: Day } {
  const dayIn = (month: number, day: number): Day => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const last = Math.max(...months);
  return { fromDay: dayIn(Math.min(...months), 1), toDay: dayIn(last, lengthOfMonth(dayIn(last, 1))) };
}

/** The outer days of a period in a plan's year, both inclusive. */
export function daysOfPeriod(period: Period, year: number): { readonly fromDay: Day; readonly toDay: Day } {
  return period.kind === 'range' ? { fromDay: period.from, toDay: period.to } : daysOfMonths(monthsOf(period), year);
}

/** Divides a year's count over its months: as evenly as it goes, the earlier months take the rest. Same order as `months`. */
export function spreadCount(count: number, months: readonly number[]): number[] {
  const each = Math.floor(count / months.length);
  return months.map((_, index) => each + (index < count % months.length ? 1 : 0));
}

const quarterWords = ['一季度', '二季度', '三季度', '四季度'];
export const partWords: Readonly<Record<MonthPart, string>> = {
  'first-ten-days': '上旬',
  'middle-ten-days': '中旬',
  'last-ten-days': '下旬',
};

/** 3 月; 1、9 月; 二季度; 上半年; 全年; 每月下旬; 9月21日—9月30日. */
export function sayPeriod(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.months.join('、')} 月`;
    case 'quarter':
      return period.quarters.map((quarter) => quarterWords[quarter - 1]).join('、');
    case 'half':
      return period.half === 1 ? '上半年' : '下半年';
    case 'year':
      return '全年';
    case 'monthly':
      return `每月${period.part ? partWords[period.part] : ''}`;
    case 'range':
      return period.from === period.to
        ? sayDay(period.from, period.from)
        : `${sayDay(period.from, period.from)}—${sayDay(period.to, period.from)}`;
  }
}

/** 3 月; 1、9 月; 4—6 月; 全年. */
export function sayMonths(months: readonly number[]): string {
  const [first = 0, last = 0] = [months[0], months.at(-1)];
  if (months.length === 12) return '全年';
  const isRun = months.length > 2 && last - first === months.length - 1;
  return isRun ? `${first}—${last} 月` : `${months.join('、')} 月`;
}
