import { format, parse, addMonths as shift } from 'date-fns';
import type { Day } from './day.ts';
import { addDays, weekday } from './local-day.ts';
import { lengthOfMonth } from './quiet-day.ts';

/** The weeks of a month written YYYY-MM, Monday first; null where a cell lies outside the month. */
export function monthGrid(month: string): (Day | null)[][] {
  const first = `${month}-01`;
  const lead = weekday(first) - 1;
  const length = lengthOfMonth(first);
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_cell, index) => {
      const date = week * 7 + index - lead;
      return date >= 0 && date < length ? addDays(first, date) : null;
    }),
  );
}

/** The month `count` months later, both written YYYY-MM. */
export function addMonths(month: string, count: number): string {
  return format(shift(parse(month, 'yyyy-MM', 0), count), 'yyyy-MM');
}
