import type { Day } from './day.ts';
import { dayOf, daysBetween, lastDayTouched, startOfDay, timeOfDay, weekday, yearOf } from './local-day.ts';

/** 9月17日, or 2027年1月17日 where its year is not that of `today`. */
export function sayDay(day: Day, today: Day): string {
  const year = yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`;
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** 周一 … 周日. */
export function sayWeekday(day: Day): string {
  return `周${'一二三四五六日'[weekday(day) - 1] ?? ''}`;
}

function sayMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 09:00 in Asia/Shanghai, 24 hours. */
export function sayTime(instant: Date): string {
  return sayMinutes(Math.floor(timeOfDay(instant) / 60_000));
}

/** 9月17日 09:00. */
export function sayInstant(instant: Date, today: Day): string {
  return `${sayDay(dayOf(instant), today)} ${sayTime(instant)}`;
}

/** 9月17日 09:00—11:30, or with both days where there are two; an end at midnight reads 24:00 of the day before. */
export function sayInterval(interval: { readonly start: Date; readonly end: Date }, today: Day): string {
  const { start, end } = interval;
  const last = lastDayTouched(start, end);
  const until = sayMinutes(Math.floor((end.getTime() - startOfDay(last).getTime()) / 60_000));
  const lastDay = last === dayOf(start) ? '' : `${sayDay(last, dayOf(start))} `;
  return `${sayInstant(start, today)}—${lastDay}${until}`;
}

/** 9月17日—19日, 9月17日、21日: runs of days, each month named once. */
export function sayDays(days: readonly Day[], today: Day): string {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && daysBetween(run[1], day) === 1) run[1] = day;
    else runs.push([day, day]);
  }
  const brief = (day: Day, named: Day) => (day.slice(0, 7) === named.slice(0, 7) ? `${Number(day.slice(8))}日` : sayDay(day, named));
  return runs
    .map(([first, last], index) => {
      const named = index === 0 ? sayDay(first, today) : brief(first, runs[index - 1]?.[1] ?? today);
      return first === last ? named : `${named}—${brief(last, first)}`;
    })
    .join('、');
}

/** How long something lies ahead: 5 天 17 小时, 3 小时 20 分, 40 分. */
export function sayDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`;
  return `${rest} 分`;
}
