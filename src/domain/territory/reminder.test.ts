import { describe, expect, it } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { isWaitingNotice } from './reminder.ts';

const calendar: Calendar = { days: new Map(), officialYears: new Set([2026]) };

describe('when an unacknowledged notice is called to mind', () => {
  it.each([
    ['2026-11-26', false],
    ['2026-11-27', true],
    ['2026-11-28', true],
    ['2026-11-30', true],
  ])('a visit on Monday 30 November, on %s: %s', (today, expected) => {
    expect(isWaitingNotice(calendar, '2026-11-30', today)).toBe(expected);
  });
});
