import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, daysFromTo, earlierOf } from '#domain/calendar/local-day.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { computeDue, isWorkingDay } from '#domain/calendar/working-day.ts';
import type { Policy } from '#domain/law/policy.ts';
import type { InspectionKind } from './kinds.ts';

/** What tells on which days of its period a visit may begin. */
export type VisitWindow = {
  readonly kind: InspectionKind;
  readonly fromDay: Day;
  /** Inclusive. */
  readonly toDay: Day;
  readonly keyEnterprise: boolean;
  readonly inPark: boolean;
  /** All its matters belong to a special field. */
  readonly specialField: boolean;
};

export type VisitClock = { readonly today: Day; readonly policy: Policy; readonly calendar: Calendar };

const longestLook = 366;

function barsQuietDays({ policy }: VisitClock, { kind, keyEnterprise, inPark, specialField }: VisitWindow): boolean {
  const { kinds, enterprises, exemptions } = policy.values.quietDays.value;
  const isExempt = specialField && exemptions.includes('specialIndustry');
  return kinds.includes(kind) && { all: true, key: keyEnterprise, park: inPark }[enterprises] && !isExempt;
}

/** The first working days of a period, from tomorrow and after the lead time, that are not quiet for this visit; at most `count`. */
export function firstOpenDays(clock: VisitClock, visit: VisitWindow, count: number): Day[] {
  const lead = clock.policy.values.filingLeadWorkingDays.value;
  const earliest = lead > 0 ? computeDue(clock.calendar, clock.today, lead).day : addDays(clock.today, 1);
  const first = earlierOf(visit.fromDay, earliest) === earliest ? visit.fromDay : earliest;
  const last = earlierOf(visit.toDay, addDays(first, longestLook));
  if (last < first) return [];
  const isBarred = barsQuietDays(clock, visit);
  const { recurrences } = clock.policy.values.quietDays.value;
  return daysFromTo(first, last)
    .filter((day) => isWorkingDay(clock.calendar, day) && !(isBarred && isQuietDay(recurrences, day)))
    .slice(0, count);
}
