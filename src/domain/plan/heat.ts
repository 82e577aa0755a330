import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { isQuietDay, lengthOfMonth } from '#domain/calendar/quiet-day.ts';
import { isProvisional, isWorkingDay } from '#domain/calendar/working-day.ts';
import { spreadCount } from '#domain/declaration/period.ts';
import type { PolicyValues } from '#domain/law/policy.ts';

/** Planned entries of one agency alike in months and count: `entries` of them, each with `count` door visits over its months. */
export type HeatLoad = { readonly agency: string; readonly months: readonly number[]; readonly count: number; readonly entries: number };

export const yearMonths: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

/** What a month can bear: the days open to planned visits, and the visits that the whole district is to bear on them. */
export type MonthCapacity = { readonly month: number; readonly openDays: number; readonly capacity: number };

/** 0: no visit. 1: fewer than 0.6 a day open to visits. 2: 0.6 to 2. 3: 2 to 4. 4: 4 and more. */
export type HeatClass = 0 | 1 | 2 | 3 | 4;
export type HeatCell = { readonly month: number; readonly visits: number; readonly heat: HeatClass };
export type HeatRow = { readonly agency: string; readonly cells: readonly HeatCell[]; readonly total: number };
/** `balance`: capacity less visits; below 0 the month is over. */
export type HeatMonth = MonthCapacity & { readonly visits: number; readonly balance: number };
export type HeatMap = { readonly rows: readonly HeatRow[]; readonly months: readonly HeatMonth[]; readonly total: number };

const pad = (number: number) => String(number).padStart(2, '0');

/** Working days of a month that are not quiet for the kinds that a plan holds. */
export function countOpenDays(month: string, calendar: Calendar, quietDays: Pick<PolicyValues['quietDays'], 'recurrences'>): number {
  const days: Day[] = Array.from({ length: lengthOfMonth(`${month}-01`) }, (_, index) => `${month}-${pad(index + 1)}`);
  return days.filter((day) => isWorkingDay(calendar, day) && !isQuietDay(quietDays.recurrences, day)).length;
}

/** The twelve months of a plan's year; `provisional` where the year's notice of holidays is not loaded yet. */
export function computeCapacity(
  year: number,
  calendar: Calendar,
  { quietDays, planning }: Pick<PolicyValues, 'quietDays' | 'planning'>,
): { readonly months: readonly MonthCapacity[]; readonly provisional: boolean } {
  const months = yearMonths.map((month) => {
    const openDays = countOpenDays(`${year}-${pad(month)}`, calendar, quietDays);
    return { month, openDays, capacity: Math.round(planning.visitsPerOpenDay * openDays) };
  });
  return { months, provisional: isProvisional(calendar, year) };
}

/** How dark a cell is: visits per day open to them; any visit in a month without such a day is the darkest. */
export function classOfHeat(visits: number, openDays: number): HeatClass {
  if (visits === 0) return 0;
  if (openDays === 0 || visits >= 4 * openDays) return 4;
  if (visits >= 2 * openDays) return 3;
  // Tenths, so that 0.6 is met exactly.
  return visits * 10 >= 6 * openDays ? 2 : 1;
}

function addLoad(visits: number[], { months, count, entries }: HeatLoad): void {
  const shares = spreadCount(count, months);
  for (const [index, month] of months.entries()) visits[month - 1] = (visits[month - 1] ?? 0) + entries * (shares[index] ?? 0);
}

const noVisits = () => yearMonths.map(() => 0);
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Door visits agency by month, in the order of `agencies`, against what each month can bear. A joint entry counts once, for its lead. */
export function computeHeat(agencies: readonly string[], loads: readonly HeatLoad[], capacity: readonly MonthCapacity[]): HeatMap {
  const visits = new Map(agencies.map((agency) => [agency, noVisits()]));
  for (const load of loads) addLoad(visits.get(load.agency) ?? [], load);
  const rows = [...visits].map(([agency, counts]) => ({
    agency,
    cells: counts.map((count, index) => ({ month: index + 1, visits: count, heat: classOfHeat(count, capacity[index]?.openDays ?? 0) })),
    total: sum(counts),
  }));
  const months = capacity.map((each, index) => {
    const all = sum(rows.map(({ cells }) => cells[index]?.visits ?? 0));
    return { ...each, visits: all, balance: each.capacity - all };
  });
  return { rows, months, total: sum(months.map((month) => month.visits)) };
}

/** 余 47, 超 8, 余 0. */
export function sayBalance(balance: number): string {
  return balance < 0 ? `超 ${-balance}` : `余 ${balance}`;
}

/** One sentence for each month that is over. */
export function sayOverMonths(months: readonly HeatMonth[]): string[] {
  return months
    .filter(({ balance }) => balance < 0)
    .map(({ month, visits, openDays, capacity, balance }) =>
      openDays === 0
        ? `${month} 月安排入企 ${visits} 户次，可是没有一个可入企工作日。`
        : `${month} 月安排入企 ${visits} 户次，${openDays} 个可入企工作日容 ${capacity} 户次，超 ${-balance}。`,
    );
}
