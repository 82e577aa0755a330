import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Day } from '#domain/calendar/day.ts';
import { daysFromTo } from '#domain/calendar/local-day.ts';
import { computeDoorVisits, doorForms } from '#domain/declaration/line.ts';
import { countOpenDays } from '#domain/declaration/open-days.ts';
import { daysOfMonths } from '#domain/declaration/period.ts';
import type { Policy, Recurrence } from '#domain/law/policy.ts';
import type { PlanItem } from './plan-item.ts';
import type { Publication } from './publication.ts';

/** What a year is measured against. */
export type YearMeasure = { readonly year: number; readonly today: Day; readonly policy: Policy; readonly calendar: Calendar };

/** Lawful, yet to be looked at once more before it is published. */
export type Warning = { readonly title: string; readonly say: string; readonly numbers: readonly string[] };

export type MonthLoad = { readonly month: number; readonly visits: number; readonly open: number; readonly capacity: number };

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Door visits that entries plan in each month, against what the district bears on the working days open in it. */
export function measureMonths(items: readonly PlanItem[], { year, policy, calendar }: YearMeasure): MonthLoad[] {
  const { visitsPerOpenDay } = policy.values.planning.value;
  return months.map((month) => {
    const { fromDay, toDay } = daysOfMonths([month], year);
    const { open } = countOpenDays(daysFromTo(fromDay, toDay), policy.values.quietDays.value.recurrences, calendar);
    const places = items.flatMap((item) =>
      item.months.filter((one) => one.month === month).map(({ quota }) => computeDoorVisits(item.form, quota)),
    );
    return { month, visits: places.reduce((sum, each) => sum + each, 0), open, capacity: open * visitsPerOpenDay };
  });
}

function isNeverOpen(item: PlanItem, { policy, calendar }: YearMeasure, specialMatters: ReadonlySet<string>): boolean {
  const { recurrences, kinds } = policy.values.quietDays.value;
  const barred: readonly Recurrence[] =
    kinds.includes(item.kind) && !item.matters.every((code) => specialMatters.has(code)) ? recurrences : [];
  return doorForms.includes(item.form) && countOpenDays(daysFromTo(item.fromDay, item.toDay), barred, calendar).open === 0;
}

/** Matters of an agency by the entries they stand in. */
const keysOf = ({ agencies, matters }: PlanItem) => agencies.flatMap((agency) => matters.map((matter) => `${agency} ${matter}`));

/** Whether an agency's matter stands in more than one entry: twice declared, or declared beside an entry that is in force already. */
function findRepeated(items: readonly PlanItem[]): (item: PlanItem) => boolean {
  const entries = new Map<string, number>();
  for (const key of items.flatMap(keysOf)) entries.set(key, (entries.get(key) ?? 0) + 1);
  return (item) => keysOf(item).some((key) => (entries.get(key) ?? 0) > 1);
}

function warn(title: string, say: string, items: readonly PlanItem[]): Warning[] {
  return items.length === 0 ? [] : [{ title, say, numbers: items.map(({ no, title: name }) => `${no} ${name}`) }];
}

/** What to look at again among the new and changed entries, and the months that hold more than the district bears. */
export function findWarnings({ diff, items }: Publication, measure: YearMeasure, specialMatters: ReadonlySet<string>): Warning[] {
  const fresh = [...diff.added, ...diff.changed.map(({ after }) => after)];
  const over = measureMonths(items, measure).filter(({ visits, capacity }) => visits > capacity);
  const sayOver = over.map(
    ({ month, visits, open, capacity }) => `${month} 月 ${visits} 户次，可入企工作日 ${open} 天，只容 ${capacity} 户次`,
  );
  return [
    ...warn(
      '时间已过',
      '时间已经过去的项，公示后也无法检查。',
      fresh.filter(({ toDay }) => toDay < measure.today),
    ),
    ...warn(
      '没有可入企的日子',
      '时间里没有一个宁静日以外的工作日，公示后入企检查会被拒绝。',
      fresh.filter((item) => isNeverOpen(item, measure, specialMatters)),
    ),
    ...warn(
      '数量为 0',
      '没有户数的项，公示后不能用来备案。',
      fresh.filter(({ quota }) => quota === 0),
    ),
    ...warn(
      '事项重复',
      '同一单位的同一事项另有一项，或已在现行计划里；重复的可以不列入、减数量或合并。',
      fresh.filter(findRepeated(items)),
    ),
    ...(over.length === 0 ? [] : [{ title: '超容量的月份', say: '排得比可入企工作日能容纳的多，可改月份或合并。', numbers: sayOver }]),
  ];
}
