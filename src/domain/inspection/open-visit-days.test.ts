import { describe, expect, it } from 'vitest';
import { bareCalendar, policyWith } from './facts.fixture.ts';
import { firstOpenDays, type VisitClock, type VisitWindow } from './open-visit-days.ts';

const clock: VisitClock = { today: '2026-11-16', policy: policyWith(), calendar: bareCalendar };
const visit: VisitWindow = {
  ...{ kind: 'annual', fromDay: '2026-09-01', toDay: '2026-12-31' },
  ...{ keyEnterprise: false, inPark: false, specialField: false },
};

describe('the first days on which a drawn visit may take place', () => {
  it('quiet-day: skips quiet days and days of rest, from tomorrow on', () => {
    expect(firstOpenDays(clock, visit, 3)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(firstOpenDays({ ...clock, today: '2026-11-23' }, visit, 1)).toEqual(['2026-11-24']);
  });

  it('quiet-day: not for a kind, an enterprise or a field that is not barred', () => {
    expect(firstOpenDays(clock, { ...visit, specialField: true }, 1)).toEqual(['2026-11-17']);
    expect(firstOpenDays(clock, { ...visit, kind: 'case' }, 1)).toEqual(['2026-11-17']);
    const quiet = { ...policyWith().values.quietDays.value, enterprises: 'key' as const };
    const policy = policyWith({ quietDays: quiet });
    expect(firstOpenDays({ ...clock, policy }, visit, 1)).toEqual(['2026-11-17']);
    expect(firstOpenDays({ ...clock, policy }, { ...visit, keyEnterprise: true }, 1)).toEqual(['2026-11-23']);
  });

  it('stays within the period: none where all of it is quiet or over', () => {
    expect(firstOpenDays(clock, { ...visit, fromDay: '2026-11-25', toDay: '2026-11-26' }, 9)).toEqual(['2026-11-25', '2026-11-26']);
    expect(firstOpenDays(clock, { ...visit, toDay: '2026-11-20' }, 3)).toEqual([]);
    expect(firstOpenDays(clock, { ...visit, toDay: '2026-11-15' }, 3)).toEqual([]);
  });

  it('filed-before: waits for the lead time', () => {
    const policy = policyWith({ filingLeadWorkingDays: 3, quietDays: { ...policyWith().values.quietDays.value, recurrences: [] } });
    expect(firstOpenDays({ ...clock, policy }, visit, 1)).toEqual(['2026-11-19']);
  });
});
