import type { Day } from './day.ts';
import { addDays, daysFromTo } from './local-day.ts';

/** 全国年节及纪念日放假办法 (as revised in 2024, in force since 2025-01-01): the days themselves, without any shifting. */
const fixedDays: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
];

const lunarDays: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午',
  '8-15': '中秋',
};

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** Lunar month and day, for example 1-1; a leap month carries a mark of its own and so matches no festival. */
function lunarMonthDay(day: Day): string {
  const parts = lunar.formatToParts(new Date(Date.parse(day)));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('month')}-${part('day')}`;
}

/** 清明 by the usual formula for the solar term, exact for 2000–2099. */
function computeQingming(year: number): Day {
  const short = year % 100;
  const date = Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
  return `${year}-04-0${date}`;
}

function computeStatutoryDays(year: number): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>(fixedDays.map(([monthDay, name]) => [`${year}-${monthDay}`, name]));
  days.set(computeQingming(year), '清明');
  for (const day of daysFromTo(`${year}-01-20`, `${year}-10-10`)) {
    const key = lunarMonthDay(day);
    const name = lunarDays[key];
    if (!name) continue;
    days.set(day, name);
    if (key === '1-1') days.set(addDays(day, -1), name);
  }
  return days;
}

const byYear = new Map<number, ReadonlyMap<Day, string>>();

/** The statutory holidays of a year and their names, for years whose notice is not out yet. */
export function statutoryDays(year: number): ReadonlyMap<Day, string> {
  const known = byYear.get(year) ?? computeStatutoryDays(year);
  byYear.set(year, known);
  return known;
}
