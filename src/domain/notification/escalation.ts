import type { Role } from '../access/permissions.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, daysBetween } from '../calendar/local-day.ts';
import { computeDue, isWorkingDay } from '../calendar/working-day.ts';

const above: Readonly<Partial<Record<Role, Role>>> = {
  officeClerk: 'officeDirector',
  agencyFiler: 'agencyHead',
  territoryOfficer: 'officeClerk',
};

/** Roles whose messages somebody above is told of when nobody takes them. */
export const escalatingRoles = Object.keys(above) as readonly Role[];

/** Who is told when nobody of the role takes a message; null: nobody is above. */
export function roleAbove(role: Role): Role | null {
  return above[role] ?? null;
}

const day = 24 * 60 * 60 * 1000;

/** When a message that came then goes up: so many working days later, at the same time of day. */
export function escalatesAt(calendar: Calendar, created: Date, workingDays: number): Date {
  const from = dayOf(created);
  return new Date(created.getTime() + daysBetween(from, computeDue(calendar, from, workingDays).day) * day);
}

/** From when today's digest may go out: half past eight of a working day; null on a day of rest. */
export function digestFrom(calendar: Calendar, now: Date): Date | null {
  const today = dayOf(now);
  return isWorkingDay(calendar, today) ? new Date(`${today}T08:30:00+08:00`) : null;
}
