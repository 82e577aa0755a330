import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf, daysBetween, daysFromTo } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import type { EnterpriseRecord } from '../reference/read-registers.ts';
import { type Diary, enter } from './diary.ts';
import type { Occasion } from './occasions.data.ts';
import { statusAfter } from './past-visits.ts';
import { peopleOf } from './people.ts';
import { shuffled } from './shuffle.ts';
import type { Story } from './story.ts';
import { isCovered, listReserved } from './targets.ts';
import { chooseTeam, listCandidates } from './teams.ts';
import { instantsBefore, noticeFor } from './visit-drafts.ts';

type Happening = { readonly occasion: Occasion; readonly month: string; readonly n: number; readonly days: readonly Day[] };

/** Each occasion returns every few months, so that some three happen in a month. */
function listHappenings(story: Story, year: number): Happening[] {
  const yesterday = addDays(story.today, -1);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return months.flatMap((month, index) =>
    story.occasions.flatMap((occasion, place) => {
      if ((index + place) % 4 !== 0) return [];
      const from = `${month}-${String(occasion.date).padStart(2, '0')}`;
      const days = daysFromTo(from, addDays(from, 6)).filter((day) => isWorkingDay(story.calendar, day) && day <= yesterday);
      return [{ occasion, month, n: index * 7 + place * 3 + 12, days }];
    }),
  );
}

/** What is known when something happens: whom others are about to visit anyway. */
type Scene = { readonly diary: Diary; readonly due: ReadonlySet<string> };

function listPlaces(story: Story, { occasion }: Happening, due: ReadonlySet<string>): EnterpriseRecord[] {
  const reserved = listReserved(story);
  const isOut = ({ uscc }: EnterpriseRecord) => reserved.has(uscc) || (occasion.kind === 'directed' && due.has(uscc));
  return [...story.enterprises.values()].filter(
    (one) => one.status === 'active' && !isOut(one) && isCovered(story, [occasion.matter], one),
  );
}

function happen(story: Story, happening: Happening, { diary, due }: Scene): FilingDraft | null {
  const { occasion, month, n, days } = happening;
  const agencies = [`${story.districtCode}-${occasion.agency}`];
  const matters = [occasion.matter];
  const fit = listPlaces(story, happening, due);
  const candidates = listCandidates(story, {
    agencies,
    matters,
    fromDay: `${month}-01`,
    toDay: addDays(`${month}-28`, 5),
    salt: `${month}${n}`,
  });
  for (const { uscc } of shuffled(fit, `${month} ${n}`, (one) => one.uscc).slice(0, 12)) {
    const inspectors = chooseTeam(candidates, uscc, n)?.going;
    if (!inspectors) continue;
    const span = enter(diary, { uscc, agencies, inspectors, days, ...(occasion.kind === 'case' ? { alone: true as const } : {}) });
    if (span) return draftOccasion(story, happening, { uscc, agencies, matters, inspectors, ...span });
  }
  return null;
}

type Place = Pick<FilingDraft, 'uscc' | 'agencies' | 'matters' | 'inspectors' | 'start' | 'end'>;

function draftOccasion(story: Story, { occasion, month, n }: Happening, place: Place): FilingDraft {
  const reference = occasion.trigger.reference.replace('{y}', month.slice(0, 4)).replace('{n}', String(n));
  return {
    districtCode: story.districtCode,
    status: statusAfter(daysBetween(dayOf(place.start), story.today), n),
    kind: occasion.kind,
    ...place,
    trigger: { type: occasion.trigger.type, reference },
    ...peopleOf(story, place.agencies[0] ?? ''),
    ...instantsBefore(story, place.start, 1),
    ...noticeFor(story, place.uscc, occasion.trigger),
  };
}

/** The year's case checks and campaigns from above until yesterday. */
export function tellUnplanned(story: Story, year: number, scene: Scene): FilingDraft[] {
  return listHappenings(story, year).flatMap((happening) => {
    const draft = happening.days.length === 0 ? null : happen(story, happening, scene);
    return draft === null ? [] : [draft];
  });
}
