import 'server-only';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { loadVisitClock } from '#features/filing/queries/load-visit-clock.ts';
import type { Statements } from '#platform/db.ts';

/** The working days by which territories are reminded. */
export async function loadCalendar(tx: Statements, districtCode: string): Promise<Calendar> {
  return (await loadVisitClock(tx, districtCode)).calendar;
}
