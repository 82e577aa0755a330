import { describe, expect, it } from 'vitest';
import { type MeteredPart, meterPart } from './meter.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const part: MeteredPart = {
  ...{ filedAt: at('2026-11-20T09:00:00'), startsAt: at('2026-11-23T09:00:00'), endsAt: at('2026-11-23T11:00:00') },
  ...{ peopleFiled: 2, mattersFiled: 1, peopleCame: 2, mattersChecked: 1, mattersOther: 0, shownAt: at('2026-11-23T09:05:00') },
  ...{ checkedInAt: at('2026-11-23T09:05:00'), deviceInAt: null, checkedOutAt: at('2026-11-23T10:50:00'), deviceOutAt: null },
};
const metered = (change: Partial<MeteredPart>) => meterPart({ ...part, ...change }, 30);

describe('filed versus actual', () => {
  it('a visit as filed shows nothing', () =>
    expect(metered({})).toEqual({
      ...{ minutesFiled: 120, minutes: 105, minutesOver: 0, isOvertime: false, isMorePeople: false },
      ...{ isOtherMatters: false, isOtherDay: false, isNotShown: false },
    }));

  it.each([
    ['at the limit', '2026-11-23T11:30:59', 30, false],
    ['a minute beyond', '2026-11-23T11:31:00', 31, true],
  ])('overtime %s', (_case, left, minutesOver, isOvertime) =>
    expect(metered({ checkedOutAt: at(left) })).toMatchObject({ minutesOver, isOvertime }),
  );

  it('a step that arrived late counts when the phone says it happened', () =>
    expect(metered({ deviceOutAt: at('2026-11-23T10:50:00'), checkedOutAt: at('2026-11-23T20:00:00') }).isOvertime).toBe(false));

  it.each([
    [2, false],
    [3, true],
    [1, false],
    [null, false],
  ])('%s people where two were filed: more %s', (peopleCame, isMorePeople) =>
    expect(metered({ peopleCame }).isMorePeople).toBe(isMorePeople),
  );

  it('other matters', () => expect(metered({ mattersOther: 1 }).isOtherMatters).toBe(true));
  it('the code was not shown', () => expect(metered({ shownAt: null }).isNotShown).toBe(true));
  it('nobody is said to hide the code before they left', () =>
    expect(metered({ shownAt: null, checkedOutAt: null }).isNotShown).toBe(false));

  it.each([
    ['2026-11-22T23:59:59', true],
    ['2026-11-23T00:00:00', false],
    ['2026-11-23T23:59:59', false],
    ['2026-11-24T00:00:00', true],
  ])('entered at %s: another day %s', (entered, isOtherDay) =>
    expect(metered({ checkedInAt: at(entered), checkedOutAt: null }).isOtherDay).toBe(isOtherDay),
  );

  it('nobody came: nothing is measured', () =>
    expect(metered({ checkedInAt: null, checkedOutAt: null, peopleCame: null })).toMatchObject({ minutes: null, isNotShown: false }));
});
