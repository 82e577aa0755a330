import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { computeSupplementDue, countReminders, type EmergencyPart, findActualEnd, isLate, settleEnd } from './clock.ts';

/** Of the notices of 2026, the days that the vectors of rules.md cross. */
const holidays = [
  '2026-02-15',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-02-21',
  '2026-02-22',
  '2026-02-23',
];
const more = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
const last = ['2026-10-05', '2026-10-06', '2026-10-07'];
const makeUps = ['2026-02-14', '2026-02-28', '2026-05-09', '2026-10-10'];
const calendar: Calendar = {
  days: new Map<string, { kind: 'holiday' | 'makeUp'; name: string }>([
    ...[...holidays, ...more, ...last].map((day) => [day, { kind: 'holiday', name: '假日' }] as const),
    ...makeUps.map((day) => [day, { kind: 'makeUp', name: '调休' }] as const),
  ]),
  officialYears: new Set([2026]),
};

const at = (text: string) => new Date(`${text}+08:00`);
const nobody: EmergencyPart = { checkedInAt: null, checkedOutAt: null, deviceOutAt: null, absentAt: null };
const inside = { ...nobody, checkedInAt: at('2026-11-23T22:00:00') };
const gone = { ...inside, checkedOutAt: at('2026-11-24T01:30:00') };
const planned = { start: at('2026-11-23T22:00:00'), end: at('2026-11-23T23:30:00') };

describe('by when the supplement is due', () => {
  it.each([
    ['2026-02-12T23:59:59', '2026-02-26'],
    ['2026-09-30T10:00:00', '2026-10-13'],
    ['2026-04-30T10:00:00', '2026-05-11'],
    ['2026-02-14T10:00:00', '2026-02-28'],
  ])('an end at %s: five working days later is %s', (end, due) => {
    expect(computeSupplementDue(calendar, at(end), 5)).toBe(due);
  });

  it('an end at midnight belongs to the day before, a second later to the day itself', () => {
    expect(computeSupplementDue(calendar, at('2026-11-24T00:00:00'), 5)).toBe('2026-11-30');
    expect(computeSupplementDue(calendar, at('2026-11-24T00:00:01'), 5)).toBe('2026-12-01');
  });

  it('is late from the day after on, and never before the end is known', () => {
    expect([isLate('2026-11-30', '2026-11-30'), isLate('2026-11-30', '2026-12-01'), isLate(null, '2026-12-01')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('when an emergency ended', () => {
  it('with the last check-out once everybody has left or never came', () => {
    expect(findActualEnd([gone])).toEqual(gone.checkedOutAt);
    expect(findActualEnd([gone, { ...nobody, absentAt: at('2026-11-24T00:00:00') }])).toEqual(gone.checkedOutAt);
    expect([
      findActualEnd([gone, inside]),
      findActualEnd([gone, nobody]),
      findActualEnd([{ ...nobody, absentAt: at('2026-11-24T00:00:00') }]),
    ]).toEqual([null, null, null]);
  });

  it('takes the phone’s word only between the arrival and its receipt', () => {
    const told = (text: string) => findActualEnd([{ ...gone, deviceOutAt: at(text) }]);
    expect(told('2026-11-23T23:10:00')).toEqual(at('2026-11-23T23:10:00'));
    expect([told('2026-11-23T21:59:59'), told('2026-11-24T01:30:01')]).toEqual([gone.checkedOutAt, gone.checkedOutAt]);
  });

  it('with the planned end where nothing is recorded by the next day', () => {
    expect(settleEnd([nobody], planned, '2026-11-23')).toBeNull();
    expect(settleEnd([nobody], planned, '2026-11-24')).toEqual(planned.end);
    expect(settleEnd([gone], planned, '2026-11-24')).toEqual(gone.checkedOutAt);
  });

  it('waits one day longer for people who are still inside', () => {
    expect(settleEnd([inside], planned, '2026-11-24')).toBeNull();
    expect(settleEnd([inside], planned, '2026-11-25')).toEqual(planned.end);
  });
});

describe('reminders', () => {
  it.each([
    ['2026-11-25', 0],
    ['2026-11-26', 1],
    ['2026-11-29', 1],
    ['2026-11-30', 2],
    ['2026-12-02', 2],
  ] as const)('due on Monday 30 November: by %s there are %i', (today, count) => {
    expect(countReminders(calendar, '2026-11-30', today)).toBe(count);
  });
});
