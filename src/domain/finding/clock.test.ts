import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { computePublicationDue, isComplete, isOrderOverdue, proposeDueDay, stateOfClock, verdictOfRecheck } from './clock.ts';

const calendar: Calendar = { days: new Map(), officialYears: new Set([2026]) };
const left = (text: string) => computePublicationDue(calendar, new Date(text), 20);

describe('publication', () => {
  it('is due twenty working days after the day of leaving, which is not counted', () =>
    expect(left('2026-11-02T10:00:00+08:00')).toBe('2026-11-30'));

  it('counts from the local day: midnight in Beijing begins the next', () => {
    expect(left('2026-11-02T15:59:59Z')).toBe('2026-11-30');
    expect(left('2026-11-02T16:00:00Z')).toBe('2026-12-01');
  });

  it.each([
    ['2026-11-29', 'later'],
    ['2026-11-30', 'due'],
    ['2026-12-01', 'overdue'],
  ])('on %s it is %s', (today, state) => expect(stateOfClock('2026-11-30', today)).toBe(state));
});

describe('the day proposed for an order', () => {
  it('is the usual one where nobody else has set one', () => expect(proposeDueDay('2026-11-22', 15, [])).toBe('2026-12-07'));
  it('is the latest that others of the joint visit have set', () =>
    expect(proposeDueDay('2026-11-22', 15, ['2026-12-20', '2026-12-01'])).toBe('2026-12-20'));
  it('passes over a day that is no longer ahead', () => {
    expect(proposeDueDay('2026-11-22', 15, ['2026-11-22'])).toBe('2026-12-07');
    expect(proposeDueDay('2026-11-22', 15, ['2026-11-23'])).toBe('2026-11-23');
  });
});

describe('an order', () => {
  it.each([
    ['ordered', '2026-11-22', false],
    ['ordered', '2026-11-23', true],
    ['reported', '2026-11-23', false],
    ['passed', '2026-11-23', false],
    ['failed', '2026-11-23', false],
  ] as const)('%s, due on the 22nd, seen on %s: overdue %s', (status, today, overdue) =>
    expect(isOrderOverdue(status, '2026-11-22', today)).toBe(overdue),
  );

  it.each([
    ['nothingFound', 'passed'],
    ['correctedOnOrder', 'passed'],
    ['toBeFollowed', 'failed'],
    ['cannotBeReached', 'failed'],
  ])('rechecked with %s has %s', (result, verdict) => expect(verdictOfRecheck(result)).toBe(verdict));
});

describe('a part', () => {
  it.each([
    [['a', 'b'], ['a'], false],
    [['a', 'b'], ['b', 'a'], true],
    [['a'], ['a', 'c'], true],
    [[], [], false],
  ])('with matters %j and findings of %j: complete %s', (matters, found, complete) => expect(isComplete(matters, found)).toBe(complete));
});
