import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '#domain/calendar/iso.ts';
import { proposeTimes, startsOfDay } from './propose-times.ts';

const days = ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24'];
const wish = { firstDay: '2026-12-21', perDay: 2, minutes: 120 };
const said = (openDays: readonly (readonly string[])[], change = {}) =>
  proposeTimes(openDays, { ...wish, ...change }).map(({ start }) => isoOf(start));

describe('times for the visits of a batch, one after the other', () => {
  it('keeps noon and evening free', () => {
    expect(startsOfDay({ perDay: 4, minutes: 60 })).toEqual([540, 630, 870, 960]);
    expect(startsOfDay({ perDay: 4, minutes: 75 })).toEqual([540, 645, 870, 975]);
    expect(startsOfDay({ perDay: 4, minutes: 150 })).toEqual([540, 870]);
    expect(startsOfDay({ perDay: 4, minutes: 181 })).toEqual([540]);
    expect(startsOfDay({ perDay: 1, minutes: 60 })).toEqual([540]);
  });

  it('goes to the next day when a day is full', () => {
    expect(said([days, days, days])).toEqual(['2026-12-21T09:00:00+08:00', '2026-12-21T14:30:00+08:00', '2026-12-22T09:00:00+08:00']);
  });

  it('takes each enterprise’s own open days, and lets others have what it cannot take', () => {
    expect(said([['2026-12-23'], days, ['2026-12-20', '2026-12-22']])).toEqual([
      '2026-12-23T09:00:00+08:00',
      '2026-12-21T09:00:00+08:00',
      '2026-12-22T09:00:00+08:00',
    ]);
  });

  it('begins no earlier than wished; without an open day it is put on that day', () => {
    expect(said([days, []], { firstDay: '2026-12-23' })).toEqual(['2026-12-23T09:00:00+08:00', '2026-12-23T09:00:00+08:00']);
  });

  it('never sends the team to two places at once', () => {
    const some = fc.array(fc.subarray(days, { minLength: 1 }), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.integer({ min: 15, max: 480 }), fc.integer({ min: 1, max: 8 }), (openDays, minutes, perDay) => {
        const used = new Map<string, number>();
        const slots = proposeTimes(openDays, { firstDay: '2026-12-21', perDay, minutes });
        const placed = slots.filter(({ start }, index) => {
          const day = isoOf(start).slice(0, 10);
          used.set(day, (used.get(day) ?? 0) + 1);
          return openDays[index]?.includes(day) && (used.get(day) ?? 0) <= startsOfDay({ perDay, minutes }).length;
        });
        const sorted = placed.toSorted((a, b) => a.start.getTime() - b.start.getTime());
        return sorted.every(({ start }, index) => index === 0 || Number(sorted[index - 1]?.end) <= start.getTime());
      }),
    );
  });
});
