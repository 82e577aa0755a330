import type { Day } from '#domain/calendar/day.ts';
import { isQuietDay, sayRecurrences } from '#domain/calendar/quiet-day.ts';
import { daysIn } from '../open-days.ts';
import type { Period } from '../period.ts';
import type { SheetContext } from './context.ts';

/** The days that a period names by themselves; whole months are never quiet from end to end. */
function namedDays(period: Period, year: number): Day[] {
  return period.kind === 'range' || (period.kind === 'monthly' && period.part) ? daysIn(period, year) : [];
}

function sayOverlap(period: Period, { year, kind, quietDays }: SheetContext): string | null {
  const { recurrences, kinds } = quietDays;
  if (recurrences.length === 0 || !kinds.includes(kind)) return null;
  const days = namedDays(period, year);
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
