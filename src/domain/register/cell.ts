import type { Day } from '#domain/calendar/day.ts';
import { isDay } from '#domain/calendar/local-day.ts';
import { normaliseText } from '#domain/enterprise/normal-text.ts';

/** A cell as it was read: its value, or why it is not taken and what could stand there instead. */
export type CellRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly say: string; readonly proposal?: string | undefined };

export function taken<Value>(value: Value): CellRead<Value> {
  return { ok: true, value };
}

export function refused(say: string, proposal?: string): CellRead<never> {
  return { ok: false, say, proposal };
}

const yes = ['是', '有', '√', '✓', '1', 'y', 'yes', 'true'];
const no = ['否', '无', '不是', '×', '0', 'n', 'no', 'false'];

/** 是 or 否, in the ways in which tables write them. */
export function readYes(text: string): CellRead<boolean> {
  const word = text.toLowerCase();
  if (yes.includes(word)) return taken(true);
  return no.includes(word) ? taken(false) : refused(`“${text}”看不出是或否`, '是');
}

/** A word of a closed list, by any of its writings. */
export function readWord<Value extends string>(text: string, writings: Readonly<Record<Value, readonly string[]>>): CellRead<Value> {
  const word = text.replace(/\s/g, '').toLowerCase();
  const entries = Object.entries(writings) as [Value, readonly string[]][];
  const found = entries.find(([value, words]) => value.toLowerCase() === word || words.includes(word));
  if (found) return taken(found[0]);
  const choices = entries.map(([, words]) => words[0] ?? '');
  return refused(`“${text}”不在可填的范围：${choices.join('、')}`, choices.find((choice) => choice[0] === word[0]) ?? choices[0]);
}

/** A real day, written with dashes, dots, slashes, 年月日 or nothing between. */
export function readDay(text: string): CellRead<Day> {
  const parts = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(text);
  if (!parts) return refused(`“${text}”不是日期，请写成 2026-09-21 的样子`);
  const [, year, month, date] = parts;
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return isDay(day) ? taken(day) : refused(`没有 ${day} 这一天`);
}

/** A text that fits its column. */
export function readText(text: string, most: number): CellRead<string> {
  const value = normaliseText(text);
  return value.length > most ? refused(`超过 ${most} 个字`) : taken(value);
}
