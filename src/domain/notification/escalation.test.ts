import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { digestFrom, escalatesAt, roleAbove } from './escalation.ts';

// Friday 25 December 2026 works; the weekend follows; Friday 1 January 2027 is a holiday.
const calendar: Calendar = { days: new Map([['2027-01-01', { kind: 'holiday', name: '元旦' }]]), officialYears: new Set([2026, 2027]) };
const at = (text: string) => new Date(`${text}+08:00`);

describe('escalation', () => {
  it('goes one role up, and nowhere from the top', () => {
    expect(roleAbove('officeClerk')).toBe('officeDirector');
    expect(roleAbove('agencyFiler')).toBe('agencyHead');
    expect(roleAbove('territoryOfficer')).toBe('officeClerk');
    expect([roleAbove('officeDirector'), roleAbove('agencyHead'), roleAbove('inspector')]).toEqual([null, null, null]);
  });

  it('counts working days and keeps the time of day', () => {
    expect(escalatesAt(calendar, at('2026-12-24T10:30:00'), 1)).toEqual(at('2026-12-25T10:30:00'));
    expect(escalatesAt(calendar, at('2026-12-25T10:30:00'), 1)).toEqual(at('2026-12-28T10:30:00'));
    expect(escalatesAt(calendar, at('2026-12-31T23:59:00'), 1)).toEqual(at('2027-01-04T23:59:00'));
    expect(escalatesAt(calendar, at('2026-12-26T00:10:00'), 2)).toEqual(at('2026-12-29T00:10:00'));
  });
});

describe('digest', () => {
  it('goes out at half past eight of a working day, never on a day of rest', () => {
    expect(digestFrom(calendar, at('2026-12-25T00:00:00'))).toEqual(at('2026-12-25T08:30:00'));
    expect(digestFrom(calendar, at('2026-12-25T23:59:00'))).toEqual(at('2026-12-25T08:30:00'));
    expect(digestFrom(calendar, at('2026-12-26T09:00:00'))).toBeNull();
    expect(digestFrom(calendar, at('2027-01-01T09:00:00'))).toBeNull();
  });
});
