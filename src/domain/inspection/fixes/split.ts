import type { Day } from '#domain/calendar/day.ts';
import { addDays, startOfDay, timeOfDay } from '#domain/calendar/local-day.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { sayDays } from '#domain/calendar/wording.ts';
import type { Fix, RuleId } from '#domain/law/verdict.ts';
import type { EntryFacts } from '../facts.ts';
import { firstDay, lastDay, todayOf, visitDays } from '../visit-days.ts';
import { type Interval, isLawful, movedTo } from './lawful.ts';

/** Runs of neighbouring days that are not quiet, in order. */
function openRuns(facts: EntryFacts): Day[][] {
  const { recurrences } = facts.policy.values.quietDays.value;
  const runs: Day[][] = [];
  for (const day of visitDays(facts.visit)) {
    if (isQuietDay(recurrences, day)) continue;
    const run = runs.at(-1);
    if (run && addDays(run.at(-1) ?? day, 1) === day) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** The part of the visit on these days: its daily hours, or the uncut hours where it runs through the night. */
function partOn(visit: Interval, first: Day, last: Day): Interval {
  const opens = timeOfDay(visit.start);
  const closes = timeOfDay(visit.end) || timeOfDay(new Date(visit.end.getTime() - 1)) + 1;
  const isDaily = closes > opens;
  const start = first === firstDay(visit) ? visit.start : new Date(startOfDay(first).getTime() + (isDaily ? opens : 0));
  const untilMidnight = startOfDay(addDays(last, 1));
  const cut = isDaily ? new Date(startOfDay(last).getTime() + closes) : untilMidnight;
  return { start, end: last === lastDay(visit) ? visit.end : cut };
}

/** A visit that lies on both sides of the edge of the quiet days: its lawful open part. */
export function proposeSplit(facts: EntryFacts, held: ReadonlySet<RuleId>): Fix[] {
  const today = todayOf(facts);
  const runs = openRuns(facts);
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const part = partOn(facts.visit, first, last);
    if (part.end > part.start && isLawful(movedTo(facts, part), held)) {
      return [{ kind: 'split', ...part, note: `只留宁静日以外的${sayDays(run, today)}` }];
    }
  }
  return [];
}
