import { z } from 'zod';
import { isDay, yearOf } from '#domain/calendar/local-day.ts';
import { type DeclaredLine, taskSources } from '#domain/declaration/line.ts';
import type { MonthPart, Period } from '#domain/declaration/period.ts';
import { type PoolSpec, wholePool } from '#domain/declaration/pool.ts';
import type { Quantity } from '#domain/declaration/quantity.ts';
import { inspectionForms, type RiskTier } from '#domain/inspection/kinds.ts';
import { declarationId, lineId, typed } from '../schema.ts';
import { codesOf, faultsOfList, mostListed } from './listed-codes.ts';

const ticked = (max: number) => z.array(typed(60)).max(max, `不超过 ${max} 项`).default([]);

/** A line's form as typed: anything may be missing; what was not chosen (a ratio beside a count) is left aside. */
export const lineFields = z.strictObject({
  matter: typed(60),
  basis: typed(300),
  poolLabel: typed(100),
  poolKind: typed(20),
  inPark: typed(3),
  keyOnly: typed(3),
  risks: ticked(4),
  territories: ticked(60),
  list: typed(mostListed * 24),
  quantityKind: typed(20),
  count: typed(10),
  least: typed(10),
  ratio: typed(10),
  ratioCount: typed(10),
  periodKind: typed(20),
  months: ticked(12),
  quarters: ticked(4),
  half: typed(2),
  part: typed(20),
  fromDay: typed(10),
  toDay: typed(10),
  form: typed(20),
  source: typed(20),
  partners: ticked(30),
  partnersText: typed(200),
  remark: typed(300),
});
export type LineFields = z.output<typeof lineFields>;

export const newLine = declarationId.extend(lineFields.shape);
export const changedLine = lineId.extend(lineFields.shape);

/** What is wrong with a form, by field. */
export type Faults = Record<string, string[]>;
/** What the form's words are read against: the plan's year and the industries that the matter covers. */
export type LineContext = { readonly year: number; readonly industries: readonly string[] };

const positive = (text: string): number | null => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null);

const tiers: readonly RiskTier[] = ['A', 'B', 'C', 'D'];

function readPool(fields: LineFields, industries: readonly string[]): PoolSpec {
  if (fields.poolKind === 'list') return { ...wholePool, list: codesOf(fields.list).map(({ code }) => code) };
  const conditions = { inPark: fields.inPark === 'yes', keyOnly: fields.keyOnly === 'yes' };
  return {
    ...wholePool,
    industries,
    ...conditions,
    risks: tiers.filter((tier) => fields.risks.includes(tier)),
    territories: fields.territories,
  };
}

function readRatio({ ratio, ratioCount }: LineFields): Quantity | Faults {
  const ratioPercent = Number(ratio.replace(/[%％]$/, ''));
  const isShare = /^\d{1,3}(\.\d{1,2})?[%％]?$/.test(ratio) && ratioPercent > 0 && ratioPercent <= 100;
  if (!isShare) return { ratio: ['比例写大于 0、不超过 100 的数，例如 5'] };
  const count = positive(ratioCount);
  if (ratioCount !== '' && count === null) return { ratioCount: ['户数写 1 以上的整数，或不填'] };
  return count === null ? { kind: 'ratio', ratioPercent } : { kind: 'ratio', ratioPercent, count };
}

function readQuantity(fields: LineFields): Quantity | Faults {
  const { quantityKind } = fields;
  if (quantityKind === 'all') return { kind: 'all' };
  if (quantityKind === 'ratio') return readRatio(fields);
  if (quantityKind !== 'count' && quantityKind !== 'min') return { quantityKind: ['请选择数量怎么定'] };
  const field = quantityKind === 'min' ? 'least' : 'count';
  const count = positive(fields[field]);
  return count === null ? { [field]: ['户数写 1 以上的整数'] } : { kind: quantityKind, count };
}

const parts: readonly MonthPart[] = ['first-ten-days', 'middle-ten-days', 'last-ten-days'];

function readRange({ fromDay, toDay }: LineFields, year: number): Period | Faults {
  const isOf = (day: string) => isDay(day) && yearOf(day) === year;
  if (!isOf(fromDay)) return { fromDay: [`写 ${year} 年的日期，例如 ${year}-09-21`] };
  const to = toDay || fromDay;
  if (!isOf(to)) return { toDay: [`写 ${year} 年的日期，例如 ${year}-09-30`] };
  return fromDay <= to ? { kind: 'range', from: fromDay, to } : { toDay: ['结束日期早于开始日期'] };
}

function numbersWithin(texts: readonly string[], last: number): number[] {
  const numbers = texts.map(Number).filter((number) => Number.isInteger(number) && number >= 1 && number <= last);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

type PeriodReader = (fields: LineFields, year: number) => Period | Faults;

const periodReaders: Readonly<Record<Period['kind'], PeriodReader>> = {
  month: ({ months }) => {
    const chosen = numbersWithin(months, 12);
    return chosen.length > 0 ? { kind: 'month', months: chosen } : { months: ['请选择月份'] };
  },
  quarter: ({ quarters }) => {
    const chosen = numbersWithin(quarters, 4);
    return chosen.length > 0 ? { kind: 'quarter', quarters: chosen } : { quarters: ['请选择季度'] };
  },
  half: ({ half }) => (half === '1' || half === '2' ? { kind: 'half', half: half === '1' ? 1 : 2 } : { half: ['请选择上半年或下半年'] }),
  year: () => ({ kind: 'year' }),
  monthly: ({ part }) => {
    const chosen = parts.find((each) => each === part);
    return chosen ? { kind: 'monthly', part: chosen } : { kind: 'monthly' };
  },
  range: readRange,
};

const isPeriodKind = (word: string): word is Period['kind'] => Object.hasOwn(periodReaders, word);

function readPeriod(fields: LineFields, year: number): Period | Faults {
  return isPeriodKind(fields.periodKind) ? periodReaders[fields.periodKind](fields, year) : { periodKind: ['请选择检查时间'] };
}

const isRead = <T extends { kind: string }>(value: T | Faults): value is T => typeof value.kind === 'string';

function faultsOfPool({ poolKind, list }: LineFields): Faults {
  if (poolKind === 'conditions') return {};
  if (poolKind !== 'list') return { poolKind: ['请选择对象怎么定'] };
  const wrong = faultsOfList(list);
  return wrong.length > 0 ? { list: wrong } : {};
}

/** Reads a form into a line: either the line, or everything that is wrong with it at once. */
export function readLine(fields: LineFields, { year, industries }: LineContext): { line: DeclaredLine } | { faults: Faults } {
  const [quantity, period] = [readQuantity(fields), readPeriod(fields, year)];
  const form = inspectionForms.find((each) => each === fields.form);
  const source = taskSources.find((each) => each === fields.source);
  const faults: Faults = {
    ...(fields.matter ? {} : { matter: ['请选择检查事项'] }),
    ...(fields.poolLabel ? {} : { poolLabel: ['请写明检查对象，例如 园区企业'] }),
    ...faultsOfPool(fields),
    ...(isRead(quantity) ? {} : quantity),
    ...(isRead(period) ? {} : period),
    ...(form ? {} : { form: ['请选择检查方式'] }),
    ...(source ? {} : { source: ['请选择任务来源'] }),
  };
  if (!isRead(quantity) || !isRead(period) || !form || !source || Object.keys(faults).length > 0) return { faults };
  const { matter, basis, poolLabel, partners, partnersText, remark } = fields;
  const pool = readPool(fields, industries);
  return { line: { matter, basis, poolLabel, pool, quantity, period, form, source, partners, partnersText, remark } };
}
