import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/local-day.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';

/** `rolling`: from this quarter to the end of the next one, so that something is always open. */
export type Period = 'year' | 'h1' | 'h2' | 'q1' | 'q2' | 'q3' | 'q4' | 'rolling';

/** One line of a year's plan as the story tells it; agencies by their kind, the lead first. */
export type EntryPlan = {
  readonly no: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly form?: InspectionForm;
  readonly agencies: readonly string[];
  readonly matters: readonly string[];
  readonly period: Period;
  readonly quota: number;
  readonly fullCoverage?: true;
  /** Only enterprises in the park. */
  readonly park?: true;
  /** Enterprises that the story needs in it, before the others. */
  readonly enterprises?: readonly string[];
  /** The same inspectors for every enterprise, the first two to go. */
  readonly inspectors?: readonly string[];
  /** Drawn for next year too, so that next month works in December. */
  readonly early?: true;
};

const fixedPeriods: Readonly<Record<Exclude<Period, 'rolling'>, readonly [string, string]>> = {
  year: ['01-01', '12-31'],
  h1: ['01-01', '06-30'],
  h2: ['07-01', '12-31'],
  q1: ['01-01', '03-31'],
  q2: ['04-01', '06-30'],
  q3: ['07-01', '09-30'],
  q4: ['10-01', '12-31'],
};

const quarters = ['q1', 'q2', 'q3', 'q4'] as const;

function rollingDays(year: number, today: Day): readonly [string, string] {
  if (yearOf(today) > year) return fixedPeriods.h2;
  const quarter = yearOf(today) < year ? 0 : Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const first = quarters[quarter] ?? 'q1';
  const last = yearOf(today) < year ? 'q1' : (quarters[quarter + 1] ?? 'q4');
  return [fixedPeriods[first][0], fixedPeriods[last][1]];
}

/** The days of a period in a plan's year, both inclusive. */
export function daysOfPeriod(period: Period, year: number, today: Day): { readonly fromDay: Day; readonly toDay: Day } {
  const [from, to] = period === 'rolling' ? rollingDays(year, today) : fixedPeriods[period];
  return { fromDay: `${year}-${from}`, toDay: `${year}-${to}` };
}
