import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, daysTouched, isDay, lastDayTouched, startOfDay, timeOfDay, weekday } from './local-day.ts';

const dayMs = 86_400_000;
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1992-01-01', count));
const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('local days in Asia/Shanghai', () => {
  it('changes the day at 16:00 UTC', () => {
    expect(dayOf(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(dayOf(new Date('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
  });

  it('agrees with the time zone database', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(instants, (instant) => dayOf(instant) === zone.format(instant)));
  });

  it('a day begins within itself, and a millisecond earlier is the day before', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it('adding and counting days undo each other', () => {
    const steps = fc.integer({ min: -2_000, max: 2_000 });
    fc.assert(fc.property(days, steps, (day, step) => daysBetween(day, addDays(day, step)) === step));
  });

  it('weekdays go round by seven and 2026-11-22 is a Sunday', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    fc.assert(fc.property(days, (day) => weekday(addDays(day, 1)) === (weekday(day) % 7) + 1));
  });

  it('text order is time order', () => {
    fc.assert(fc.property(days, days, (one, other) => one < other === daysBetween(one, other) > 0));
  });

  it('the time of day and its midnight make up the instant', () => {
    fc.assert(fc.property(instants, (instant) => startOfDay(dayOf(instant)).getTime() + timeOfDay(instant) === instant.getTime()));
  });

  it('knows real days from texts that look like days', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '2026-00-10', '', '2026-11-22T00:00'].some(isDay)).toBe(false);
  });
});

describe('days that an interval touches', () => {
  it('an end at midnight leaves the next day alone, a millisecond later touches it', () => {
    const start = startOfDay('2026-11-20');
    expect(daysTouched(start, startOfDay('2026-11-21'))).toEqual(['2026-11-20']);
    expect(daysTouched(start, new Date(startOfDay('2026-11-21').getTime() + 1))).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('an empty or reversed interval touches the day it starts on', () => {
    const start = startOfDay('2026-11-21');
    expect(daysTouched(start, start)).toEqual(['2026-11-21']);
    expect(lastDayTouched(start, new Date(start.getTime() - dayMs))).toBe('2026-11-21');
  });

  it('are as many as the days between the first and the last, plus one', () => {
    const lengths = fc.integer({ min: 1, max: 60 * dayMs });
    fc.assert(
      fc.property(instants, lengths, (start, length) => {
        const end = new Date(start.getTime() + length);
        const touched = daysTouched(start, end);
        expect(touched).toHaveLength(daysBetween(dayOf(start), lastDayTouched(start, end)) + 1);
        expect(touched.every((day) => startOfDay(day) < end && startOfDay(addDays(day, 1)) > start)).toBe(true);
      }),
    );
  });
});

describe('the edges of four-digit years', () => {
  it('keep days in order and never run past the last one', () => {
    expect(dayOf(new Date('9999-12-31T23:00:00Z'))).toBe('9999-12-31');
    expect(addDays('9999-12-31', 63)).toBe('9999-12-31');
    expect(dayOf(new Date('-000001-06-01T00:00:00Z'))).toBe('0000-01-01');
  });
});
