import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf, daysFromTo } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { OtherVisitFact } from '#domain/inspection/facts.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import { groundsOf } from '#domain/law/verdict.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { requestOf } from '../builders/filing-request.ts';
import { enterpriseIdOf, newId } from '../builders/ids.ts';
import { factsOf } from './facts.ts';
import { peopleOf } from './people.ts';
import { at, earlier, isQuiet, known, type Story } from './story.ts';
import { chooseTeam, listCandidates } from './teams.ts';
import { draftVisit, isLawfulDay } from './visit-drafts.ts';
import { isOpenOn, type OpenEntry } from './year-plan.ts';

type Attempt = { readonly draft: FilingDraft; readonly entry: OpenEntry | undefined; readonly others: readonly OtherVisitFact[] };
/** Turns a lawful visit into an attempt that one rule forbids. */
type Spoil = (story: Story, attempt: Attempt) => Attempt | null;

const onQuietDay: Spoil = (_, attempt) => attempt;

const outOfPlan: Spoil = (_, { draft: { planEntry: _entry, drawOutcomeId: _outcome, ...draft }, others }) => ({
  draft,
  entry: undefined,
  others,
});

const alone: Spoil = (_, { draft, ...attempt }) => ({ ...attempt, draft: { ...draft, inspectors: draft.inspectors.slice(0, 1) } });

/** A campaign from above at an enterprise that another agency is about to visit under its plan. */
const apart: Spoil = (story, { draft: planned, entry }) => {
  const occasion = story.occasions.find(({ kind }) => kind === 'directed');
  if (!occasion || !entry) return null;
  const agencies = [`${story.districtCode}-${occasion.agency}`];
  const { no: entryNo, title, fromDay, toDay } = entry.draft;
  const need = { agencies, matters: [occasion.matter], fromDay: dayOf(planned.start), toDay: dayOf(planned.start), salt: entryNo };
  const team = chooseTeam(listCandidates(story, need), planned.uscc, 0);
  const agencyName = known(story.agencies, planned.agencies[0] ?? '').shortName;
  if (!team || entry.draft.agencies.some((code) => agencies.includes(code))) return null;
  const { planEntry: _entry, drawOutcomeId: _outcome, ...visit } = planned;
  const trigger = { ...occasion.trigger, reference: occasion.trigger.reference.replace('{y}', fromDay.slice(0, 4)).replace('{n}', '31') };
  const draft = {
    ...visit,
    kind: 'directed' as const,
    agencies,
    matters: need.matters,
    inspectors: team.going,
    trigger,
    ...peopleOf(story, agencies[0] ?? ''),
  };
  return {
    draft,
    entry: undefined,
    others: [{ type: 'dueEntry', entryNo, agencies: entry.draft.agencies, agencyName, title, fromDay, toDay }],
  };
};

function spoilsOf(story: Story): readonly Spoil[] {
  const { recurrences } = story.district.policy.quietDays.value;
  return recurrences.length > 0 ? [onQuietDay, outOfPlan, onQuietDay, apart, onQuietDay, alone] : [outOfPlan, apart, alone];
}

function refusalRow(story: Story, { draft, entry, others }: Attempt, now: Date) {
  const verdict = judgeEntry(factsOf(story, draft, { now, entry, used: 0, earlier: [], others }));
  return {
    id: newId(),
    districtCode: story.districtCode,
    agencyCode: draft.agencies[0],
    enterpriseId: enterpriseIdOf(story.districtCode, draft.uscc),
    channel: 'seed',
    request: requestOf(draft),
    verdict,
    rules: groundsOf(verdict).flatMap(({ rule, outcome }) => (outcome === 'forbidden' ? [rule] : [])),
    refusedAt: now,
  };
}

/** Days on which something was refused: every other week in 冷水滩, once a month or so in 大竹, and lately. */
function listRefusalDays(story: Story, year: number): Day[] {
  const every = spoilsOf(story).length > 3 ? 13 : 29;
  const days = daysFromTo(`${year}-01-04`, earlier(`${year}-12-30`, addDays(story.today, -1)));
  return days.filter((day) => isWorkingDay(story.calendar, day)).filter((_, index, all) => index % every === 3 || index === all.length - 1);
}

/** The next working day that is quiet, or that is not. */
function findWanted(story: Story, day: Day, quiet: boolean): Day {
  const ahead = daysFromTo(addDays(day, 1), addDays(day, 40));
  return ahead.find((each) => isWorkingDay(story.calendar, each) && isQuiet(story, each) === quiet) ?? addDays(day, 1);
}

/** Refused attempts of a year, each judged by the rules. */
export function tellRefusals(story: Story, entries: readonly OpenEntry[], year: number) {
  const spoils = spoilsOf(story);
  return listRefusalDays(story, year).flatMap((day, turn) => {
    const spoil = spoils[turn % spoils.length] ?? alone;
    const wanted = findWanted(story, day, spoil === onQuietDay);
    const drawn = entries.filter((entry) => entry.drawnAt !== null && isOpenOn(entry, wanted));
    const fitting = drawn.filter((entry) => spoil !== onQuietDay || !isLawfulDay(story, entry, wanted));
    const entry = fitting[turn % Math.max(1, fitting.length)];
    const target = entry?.targets.at(-1 - (turn % 3));
    if (!entry || !target) return [];
    const span = { start: at(wanted, '09:00'), end: at(wanted, '11:30') };
    const draft = draftVisit(story, entry, { target, span, status: 'submitted' });
    const attempt = spoil(story, { draft, entry, others: [] });
    return attempt ? [refusalRow(story, attempt, at(day, `${9 + (turn % 8)}:41`.padStart(5, '0')))] : [];
  });
}
