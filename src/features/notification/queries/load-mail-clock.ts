import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import type { Statements } from '#platform/db.ts';

/** The calendar that says on which mornings digests go out. */
export async function loadMailClock(districtCode: string, access: Statements): Promise<Calendar> {
  return (await loadClock(districtCode, access)).calendar;
}
