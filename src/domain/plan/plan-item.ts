import type { Day } from '#domain/calendar/day.ts';
import { sourceWords, type TaskSource } from '#domain/declaration/line.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';

export type MonthQuota = { readonly month: number; readonly quota: number };

/** An entry of a plan as it is published: what is used of it and what was drawn stand elsewhere. */
export type PlanItem = {
  /** {year}-{4 digits}, kept from version to version. */
  readonly no: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly form: InspectionForm;
  /** Codes, the lead first. */
  readonly agencies: readonly string[];
  /** Codes; each agency keeps those of its own line of work. */
  readonly matters: readonly string[];
  /** Places divided over months; empty where the plan did not divide them. */
  readonly months: readonly MonthQuota[];
  /** Both inclusive. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly quota: number;
  readonly fullCoverage: boolean;
  readonly source: TaskSource | null;
  readonly poolLabel: string;
  readonly approvalDocument: string;
};

/** 3 月 4 家，4 月 3 家; months without a place are left out. */
export function sayMonths(months: readonly MonthQuota[]): string {
  const planned = months.filter(({ quota }) => quota > 0);
  return planned.length === 0 ? '全年不分月' : planned.map(({ month, quota }) => `${month} 月 ${quota} 家`).join('，');
}

/** 全覆盖 or 20 家. */
export function sayQuota({ quota, fullCoverage }: Pick<PlanItem, 'quota' | 'fullCoverage'>): string {
  return fullCoverage ? `${quota} 家（全覆盖）` : `${quota} 家`;
}

export function saySource(source: TaskSource | null): string {
  return source === null ? '未注明' : sourceWords[source];
}

/** 2027-01-05 to 2027-03-31, as the plan prints it: 1月5日—3月31日. */
export function sayItemDays({ fromDay, toDay }: Pick<PlanItem, 'fromDay' | 'toDay'>): string {
  const say = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  return fromDay === toDay ? say(fromDay) : `${say(fromDay)}—${say(toDay)}`;
}

/** 冷检计〔2027〕第 1 版. */
export function namePlan(plan: { readonly abbreviation: string; readonly year: number; readonly version: number }): string {
  return `${plan.abbreviation}检计〔${plan.year}〕第 ${plan.version} 版`;
}
