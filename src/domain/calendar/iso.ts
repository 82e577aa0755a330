import type { Day } from './day.ts';

const shanghaiOffsetMs = 8 * 3_600_000;

/** An instant as the API writes it: ISO 8601 in Asia/Shanghai, to the second, for example 2027-01-22T09:00:00+08:00. */
export function isoOf(instant: Date): string {
  return `${new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** A plain day as the database's client hands it over (midnight UTC), as text. */
export function plainDayOf(column: Date): Day {
  return column.toISOString().slice(0, 10);
}
