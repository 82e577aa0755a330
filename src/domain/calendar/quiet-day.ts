import { getDaysInMonth } from 'date-fns';
import type { Recurrence } from '#domain/law/policy.ts';
import type { Day } from './day.ts';
import { weekday } from './local-day.ts';

/** How many days the month of a day has. */
export function lengthOfMonth(day: Day): number {
  return getDaysInMonth(new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1));
}

function isWithin(recurrence: Recurrence, day: Day): boolean {
  if (recurrence.type === 'weekdays') return recurrence.days.includes(weekday(day));
  const date = Number(day.slice(8));
  const fromEnd = (bound: number) => (bound < 0 ? lengthOfMonth(day) + 1 + bound : bound);
  return date >= fromEnd(recurrence.from) && date <= fromEnd(recurrence.to);
}

/** Whether any recurrence makes the day quiet; negative days of the month count from its end (-1 is the last). */
export function isQuietDay(recurrences: readonly Recurrence[], day: Day): boolean {
  return recurrences.some((recurrence) => isWithin(recurrence, day));
}

const weekdayWords = ['一', '二', '三', '四', '五', '六', '日'];

function sayMonthDays(from: number, to: number): string {
  if (from > 0 && to > 0) return from === to ? `每月 ${from} 日` : `每月 ${from}—${to} 日`;
  if (from < 0 && to === -1) return from === -1 ? '每月最后一日' : `每月最后 ${-from} 日`;
  const bound = (day: number) => (day < 0 ? `倒数第 ${-day} 日` : `${day} 日`);
  return `每月 ${bound(from)}—${bound(to)}`;
}

function sayRecurrence(recurrence: Recurrence): string {
  if (recurrence.type === 'monthDays') return sayMonthDays(recurrence.from, recurrence.to);
  return `每周${recurrence.days.map((day) => weekdayWords[day - 1] ?? '').join('、')}`;
}

/** The recurrences in words, for example 每月 1—20 日; 不设 when there are none. */
export function sayRecurrences(recurrences: readonly Recurrence[]): string {
  return recurrences.length === 0 ? '不设' : recurrences.map(sayRecurrence).join('，');
}
