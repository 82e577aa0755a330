import type { Day } from '#domain/calendar/day.ts';
import { daysFromTo } from '#domain/calendar/local-day.ts';
import { isQuietDay, sayRecurrences } from '#domain/calendar/quiet-day.ts';
import { daysOfMonths, type Period } from '../period.ts';
import type { SheetContext } from './context.ts';

const spans = { 'first-ten-days': [1, 10], 'middle-ten-days': [11, 20], 'last-ten-days': [21, 31] } as const;
const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days in which a period's visits may lie. */
function daysIn(period: Period, year: number): Day[] {
  if (period.kind === 'range') return daysFromTo(period.from, period.to);
  if (period.kind !== 'monthly' || !period.part) return [];
  const [first, last] = spans[period.part];
  return everyMonth.flatMap((month) => {
    const { fromDay, toDay } = daysOfMonths([month], year);
    return daysFromTo(fromDay, toDay).filter((day) => Number(day.slice(8)) >= first && Number(day.slice(8)) <= last);
  });
}

function sayOverlap(period: Period, { year, kind, quietDays }: SheetContext): string | null {
  const { recurrences, kinds } = quietDays;
  if (recurrences.length === 0 || !kinds.includes(kind)) return null;
  const days = daysIn(period, year);
  if (days.length === 0 || !days.every((day) => isQuietDay(recurrences, day))) return null;
  return `与${sayRecurrences(recurrences).replaceAll(' ', '')}宁静日重叠，需改期或说明例外情形`;
}

/** What says of a period which quiet days it lies wholly inside, so that none of its visits could take place; null otherwise. */
export type QuietSayer = (period: Period) => string | null;

/** One that remembers: twenty thousand lines name few periods, and each may be a year of days. */
export function quietSayer(context: SheetContext): QuietSayer {
  const said = new Map<string, string | null>();
  return (period) => {
    const key = JSON.stringify(period);
    const known = said.get(key);
    if (known !== undefined) return known;
    const words = sayOverlap(period, context);
    if (said.size < 5_000) said.set(key, words);
    return words;
  };
}
