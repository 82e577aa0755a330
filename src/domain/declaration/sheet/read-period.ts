import type { Day } from '#domain/calendar/day.ts';
import { addDays, yearOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { MonthPart, Period } from '../period.ts';
import { found, type Read, wrong } from './finding.ts';
import type { Cell } from './grid.ts';
import { type Point, readPoint, yearOfPoint } from './period-point.ts';
import { mostShort, shortText, squeeze, withDigits } from './text.ts';

export const quarterNames = ['一季度', '二季度', '三季度', '四季度'];

const how = '看不懂这个时间，请写成 3月、二季度、上半年、每月下旬 或 9月21日—9月30日';
const counted = /[,，;；(]?(?:共|各|拟|计划)?(?:检查|抽查|抽检|抽取|开展|走访)?约?(?<!\d)(\d+)(?:家次|户次|批次|家|户|个|次|处|所)\)?$/;
// Neither of the two begins in the middle of its own run, so that a long run is looked through once.
const trailing = /(?<!期间|进行|完成|实施|开展|检查|内)(?:期间|进行|完成|实施|开展|检查|之?内)+$/;
const monthParts: Readonly<Record<string, MonthPart>> = {
  上旬: 'first-ten-days',
  初: 'first-ten-days',
  中旬: 'middle-ten-days',
  下旬: 'last-ten-days',
  底: 'last-ten-days',
  末: 'last-ten-days',
};

/** Dates in figures written out, every dash and 至 as one hyphen. */
function normalise(text: string): string {
  return withDigits(squeeze(text.replace(/\s+\d{1,2}[:：]\d{2}([:：]\d{2})?/g, '')))
    .replace(/(\d{4})([-/.])(\d{1,2})\2(\d{1,2})日?/g, '$1年$3月$4日')
    .replace(/(\d{4})[-/.](\d{1,2})(?=$|-|~|至|到)/g, '$1年$2月')
    .replace(/[—–―~−‐‑‒〜-]+|至|到/g, '-')
    .replace(/份/g, '');
}

const bad = (message = how): Read<never> => wrong('bad_period', message, quarterNames);

/** The numbers of a list such as 1、9 or 3-5; null where it is none. */
function listOf(text: string, word: string): number[] | null {
  const parts = text.split(/[、,，和及与/]/).map((part) => part.split(word).join('').replace(/第/g, ''));
  const numbers = parts.map((part) => {
    const [, first, last] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? [];
    if (!first) return null;
    const [from, to] = [Number(first), Number(last ?? first)];
    return from <= to && to <= 99 ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : null;
  });
  return numbers.some((each) => each === null) ? null : [...new Set(numbers.flatMap((each) => each ?? []))].sort((a, b) => a - b);
}

function readQuarters(text: string): Read<Period> | null {
  if (/^(?:每个?季度?|各季度|逐季)$/.test(text)) return found({ kind: 'quarter', quarters: [1, 2, 3, 4] });
  const short = text.replace(/Q(\d)/gi, '$1季度').replace(/季(?!度)/g, '季度');
  if (!short.includes('季度')) return null;
  const quarters = listOf(short, '季度');
  if (!quarters) return bad();
  return quarters.every((quarter) => quarter >= 1 && quarter <= 4) ? found({ kind: 'quarter', quarters }) : bad('季度只有一至四');
}

function readMonths(text: string): Read<Period> | null {
  if (!/^[\d、,，和及与/月-]+月$/.test(text)) return null;
  const months = listOf(text, '月');
  if (!months) return /^\d+月?-\d+月$/.test(text) ? bad('结束早于开始，跨年的请分成两行') : null;
  return months.every((month) => month >= 1 && month <= 12) ? found({ kind: 'month', months }) : bad('月份只有 1—12');
}

function readMonthly(text: string): Read<Period> | null {
  const [named, part] = /^(?:每个?月|逐月|各月)的?(上旬|中旬|下旬|初|底|末)?$/.exec(text) ?? [];
  if (named !== undefined) return found({ kind: 'monthly', ...(part ? { part: monthParts[part] } : {}) });
  const isLate = /^每个?月(?:的)?21[日号]?(?:-(?:30|31|月?底|月?末)[日号]?|以?后|起)$/.test(text);
  return isLate ? found({ kind: 'monthly', part: 'last-ten-days' }) : null;
}

function readSpan(text: string): Read<Period> | null {
  if (/^(?:全年度?|全年|年内|整年|常年|年度|年)?$/.test(text)) return text === '' ? null : found({ kind: 'year' });
  const half = /^(上|下)半年$/.exec(text)?.[1];
  return half ? found({ kind: 'half', half: half === '上' ? 1 : 2 }) : null;
}

function ofDays(from: Day, to: Day, year: number): Read<Period> {
  if (from > to) return bad('结束早于开始，请改正日期');
  const other = [from, to].map(yearOf).find((each) => each !== year);
  if (other === undefined) return found({ kind: 'range', from, to });
  const moved = [from, to].map((day) => sayDay(`${year}${day.slice(4)}`, `${year}-01-01`));
  return wrong('other_year', `这是 ${other} 年的时间，本表申报 ${year} 年`, [from === to ? (moved[0] ?? '') : moved.join('—')]);
}

function ofPoint(point: Point, year: number): Read<Period> {
  if (!point.whole) return ofDays(point.first, point.last, year);
  if (yearOfPoint(point) === year) return found({ kind: 'month', months: [point.month] });
  return wrong('other_year', `这是 ${yearOfPoint(point)} 年的时间，本表申报 ${year} 年`, [`${point.month}月`]);
}

function readDays(text: string, year: number): Read<Period> {
  const before = /^(.+?)(?:以|之)?前$/.exec(text)?.[1];
  if (before) {
    const end = readPoint(before, { year });
    return end ? ofDays(`${year}-01-01`, end.last, year) : bad();
  }
  const sides = text.split('-');
  if (sides.length > 2) return bad('一行只能写一段时间，请分成几行');
  const first = readPoint(sides[0] ?? '', { year });
  if (!first) return /\d月\d/.test(text) ? bad('没有这一天，请改正日期') : bad();
  if (sides[1] === undefined) return ofPoint(first, year);
  const last = readPoint(sides[1], { year: yearOfPoint(first), month: first.month });
  return last ? ofDays(first.first, last.last, year) : bad();
}

function withCount(read: Read<Period>, count: number | undefined): Read<Period> {
  return read.ok && read.value.kind !== 'range' && count !== undefined ? found({ ...read.value, count }) : read;
}

/** What was written beside another year, in the words of the form. */
function sayAgain(rest: string): string {
  const quarter = /^第?([1-4])季度$/.exec(rest)?.[1];
  return (quarter ? quarterNames[Number(quarter) - 1] : rest) || '全年';
}

function ofText(written: string, year: number): Read<Period> {
  const short = shortText(written);
  if (short === null) return bad(`时间超过 ${mostShort} 字，请写成 3月、二季度、上半年、每月下旬 或 9月21日—9月30日`);
  const whole = normalise(short);
  const figure = counted.exec(whole);
  const text = whole.replace(counted, '').replace(trailing, '');
  const [, stated, rest = text] = /^(\d{4})年度?(.*)$/.exec(text) ?? [];
  if (stated !== undefined && Number(stated) !== year && !/日|月/.test(rest)) {
    return wrong('other_year', `这是 ${stated} 年的时间，本表申报 ${year} 年`, [sayAgain(rest)]);
  }
  if (stated !== undefined && rest === '') return withCount(found({ kind: 'year' }), figure ? Number(figure[1]) : undefined);
  const inYear = stated !== undefined && Number(stated) === year ? rest : text;
  const read = readSpan(inYear) ?? readMonthly(inYear) ?? readQuarters(inYear) ?? readMonths(inYear) ?? readDays(inYear, year);
  return withCount(read, figure ? Number(figure[1]) : undefined);
}

function ofNumber(value: number, year: number): Read<Period> {
  // A date whose cell lost its format is a count of days since the end of 1899.
  if (value >= 36_526 && value < 73_051) {
    const day = addDays('1899-12-30', Math.floor(value));
    return ofDays(day, day, year);
  }
  const [, month = '', day = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(String(value)) ?? [];
  if (day.length === 2) return ofText(`${month}月${day}日`, year);
  if (day) return wrong('bad_period', '分不清是几日，请写明', [`${month}月${day}日`, ...(day < '4' ? [`${month}月${day}0日`] : [])]);
  if (Number(month) >= 1 && Number(month) <= 12) return wrong('bad_period', '请写明是月份还是季度', [`${month}月`, ...quarterNames]);
  return bad();
}

/** When, from a cell of text, a date or a bare serial number; the year is the plan's. */
export function readPeriod({ text, number: value, date }: Cell, year: number): Read<Period> {
  if (date !== undefined) return ofDays(date, date, year);
  return value === undefined ? ofText(text, year) : ofNumber(value, year);
}
