import type { Day } from '#domain/calendar/day.ts';
import { daysBetween } from '#domain/calendar/local-day.ts';
import { at } from './story.ts';

/** Who is where on which half day, and who visited whom: keeps the story's visits apart from each other. */
export type Diary = { readonly busy: Set<string>; readonly visits: Map<string, { day: Day; agencies: readonly string[] }[]> };

export type Appointment = {
  readonly uscc: string;
  readonly agencies: readonly string[];
  readonly inspectors: readonly string[];
  /** Days to try, in this order. */
  readonly days: readonly Day[];
  /** Case checks need not be joined to another agency's visit. */
  readonly alone?: true;
};

const slots = [
  ['09:00', '11:30'],
  ['14:30', '16:30'],
] as const;

export function openDiary(): Diary {
  return { busy: new Set(), visits: new Map() };
}

/** No other agency within 30 days, unless it may stay apart; never twice on one day. */
function isFreeFor(diary: Diary, appointment: Appointment, day: Day): boolean {
  return (diary.visits.get(appointment.uscc) ?? []).every((visit) => {
    const distance = Math.abs(daysBetween(visit.day, day));
    const same = visit.agencies[0] === appointment.agencies[0];
    return distance > (same || appointment.alone ? 0 : 31);
  });
}

/** Enters the first half day that suits everybody, mornings first at some enterprises; null when there is none. */
export function enter(diary: Diary, appointment: Appointment): { readonly start: Date; readonly end: Date } | null {
  const { uscc, agencies, inspectors } = appointment;
  const order = uscc.charCodeAt(16) % 2 === 0 ? slots : slots.toReversed();
  for (const day of appointment.days.filter((each) => isFreeFor(diary, appointment, each))) {
    for (const [from, to] of order) {
      const keys = inspectors.map((credential) => `${credential} ${day} ${from}`);
      if (keys.some((key) => diary.busy.has(key))) continue;
      for (const key of keys) diary.busy.add(key);
      diary.visits.set(uscc, [...(diary.visits.get(uscc) ?? []), { day, agencies }]);
      return { start: at(day, from), end: at(day, to) };
    }
  }
  return null;
}
