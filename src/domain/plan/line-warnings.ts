import type { Calendar } from '#domain/calendar/calendar.ts';
import { addDays } from '#domain/calendar/local-day.ts';
import { isQuietDay } from '#domain/calendar/quiet-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { Period } from '#domain/declaration/period.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import type { PolicyValues } from '#domain/law/policy.ts';
import { countOpenDays } from './heat.ts';

export type WarnedLine = {
  readonly kind: InspectionKind;
  readonly period: Period;
  readonly months: readonly number[];
  readonly declaredMonths: readonly number[];
  readonly count: number;
  readonly poolSize: number;
  readonly maxPerYear: number;
  readonly specialField: boolean;
};
export type YearFacts = { readonly year: number; readonly calendar: Calendar; readonly quietDays: PolicyValues['quietDays'] };

/** Months of these in which the kind finds no working day open to it; none where quiet days do not bar it. */
export function findClosedMonths(months: readonly number[], kind: InspectionKind, { year, calendar, quietDays }: YearFacts): number[] {
  const recurrences = quietDays.kinds.includes(kind) ? quietDays.recurrences : [];
  return months.filter((month) => countOpenDays(`${year}-${String(month).padStart(2, '0')}`, calendar, { recurrences }) === 0);
}

function isRangeClosed({ kind, period }: WarnedLine, { calendar, quietDays }: YearFacts): boolean {
  if (period.kind !== 'range' || !quietDays.kinds.includes(kind)) return false;
  for (let day = period.from; day <= period.to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day) && !isQuietDay(quietDays.recurrences, day)) return false;
  return true;
}

function sayTime(line: WarnedLine, facts: YearFacts): string[] {
  const closed = findClosedMonths(line.months, line.kind, facts);
  const asDeclared = line.months.join() === line.declaredMonths.join();
  const said = [
    ...(closed.length > 0 ? [`${closed.join('、')} 月没有一个可入企工作日。`] : []),
    ...(asDeclared && isRangeClosed(line, facts) ? ['申报的日期全在宁静日或休息日里，没有一天可以入企。'] : []),
  ];
  return line.specialField && said.length > 0 ? [...said, '事项属特殊领域，宁静日也可入企，但仍须事前备案。'] : said;
}

/** What a clerk should know of a line before deciding; none of it forbids anything. */
export function warnOfLine(line: WarnedLine, facts: YearFacts): string[] {
  const { count, poolSize, maxPerYear } = line;
  const most = poolSize * maxPerYear;
  return [
    ...sayTime(line, facts),
    ...(poolSize === 0 ? ['企业库里没有符合对象范围的企业。'] : []),
    ...(poolSize > 0 && count > most
      ? [`${count} 户次超过上限：对象 ${poolSize} 家，每家每年最多查 ${maxPerYear} 次，合计 ${most} 户次。`]
      : []),
  ];
}
