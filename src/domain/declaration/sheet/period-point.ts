import type { Day } from '#domain/calendar/day.ts';
import { isDay, yearOf } from '#domain/calendar/local-day.ts';
import { daysOfMonths } from '../period.ts';

/** A day, a part of a month or a whole month, as one end of a period: its first and its last day. */
export type Point = { readonly first: Day; readonly last: Day; readonly month: number; readonly whole: boolean };
/** What an end of a period may leave to the other end: «9月21日至30日». */
export type Around = { readonly year: number; readonly month?: number | undefined };

const written = /^(?:(\d{4}|\d{2})年)?(?:(\d{1,2})月份?)?(?:(\d{1,2})[日号]?|(上旬|中旬|下旬|初|底|末))?$/;
const dotted = /^(\d{1,2})[./](\d{1,2})[日号]?$/;

const parts: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
};

const two = (value: number) => String(value).padStart(2, '0');

function dayIn(year: number, month: number, day: number): Day | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : null;
}

function pointOf(year: number, month: number, within: readonly [number, number] | null): Point | null {
  if (month < 1 || month > 12) return null;
  const { fromDay, toDay } = daysOfMonths([month], year);
  if (!within) return { first: fromDay, last: toDay, month, whole: true };
  const first = dayIn(year, month, within[0]);
  const last = within[1] === 31 && within[0] !== 31 ? toDay : dayIn(year, month, within[1]);
  return first && last ? { first, last, month, whole: false } : null;
}

/** 9月21日, 9.21, 30日 (of the month around), 2026年3月, 3月下旬, 6月底; null where it is no such thing or no such day. */
export function readPoint(text: string, around: Around): Point | null {
  const dots = dotted.exec(text);
  if (dots) return pointOf(around.year, Number(dots[1]), [Number(dots[2]), Number(dots[2])]);
  const [whole, yearText, monthText, dayText, part] = written.exec(text) ?? [];
  if (!whole || (!monthText && !dayText && !part)) return null;
  const year = yearText ? Number(yearText.padStart(4, '20')) : around.year;
  const month = monthText ? Number(monthText) : around.month;
  if (month === undefined) return null;
  if (dayText) return pointOf(year, month, [Number(dayText), Number(dayText)]);
  return pointOf(year, month, part ? (parts[part] ?? null) : null);
}

/** The year a point lies in. */
export function yearOfPoint({ first }: Point): number {
  return yearOf(first);
}
