import type { Day } from './day.ts';

const dayMs = 86_400_000;
/** China has kept one zone without summer time since 1991, so the offset is a constant and no zone table is asked per call. */
const shanghaiOffsetMs = 8 * 3_600_000;

const firstMs = Date.parse('0000-01-01');
const lastMs = Date.parse('9999-12-31');

const written = new Map<number, Day>();
const mostWritten = 5_000;

/**
 * Days compare as text only with four-digit years, so anything beyond them stays at the edge. Texts are kept, because one judgement
 * writes the same few days over and over.
 */
function writeDay(ms: number): Day {
  const number = Math.floor(Math.min(Math.max(ms, firstMs), lastMs) / dayMs);
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * dayMs).toISOString().slice(0, 10);
  if (written.size >= mostWritten) written.clear();
  written.set(number, day);
  return day;
}

/** The local day (Asia/Shanghai) in which an instant lies: 15:59:59Z still belongs to the day, 16:00Z to the next. */
export function dayOf(instant: Date): Day {
  return writeDay(instant.getTime() + shanghaiOffsetMs);
}

/** The instant at which a local day begins, 00:00 in Asia/Shanghai. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(day) - shanghaiOffsetMs);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return writeDay(Date.parse(day) + count * dayMs);
}

/** How many days lie from one day to the other: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return [one, other].sort()[0] ?? one;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** The month of a day, 1—12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Milliseconds since the local midnight. */
export function timeOfDay(instant: Date): number {
  return instant.getTime() - startOfDay(dayOf(instant)).getTime();
}

/** All days from the first to the last, both included; none when the last is earlier. */
export function daysFromTo(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** The last local day that the half-open interval [start, end) touches; an empty interval touches the day it starts on. */
export function lastDayTouched(start: Date, end: Date): Day {
  return dayOf(end > start ? new Date(end.getTime() - 1) : start);
}

/** Every local day that the half-open interval [start, end) touches: an end at 00:00 does not touch its day. */
export function daysTouched(start: Date, end: Date): Day[] {
  return daysFromTo(dayOf(start), lastDayTouched(start, end));
}

/** Whether a text is a real day written YYYY-MM-DD, of a year from 1900 to 2199: beyond, days are typing errors and databases differ. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
