import type { Day } from '#domain/calendar/day.ts';
import { startOfDay } from '#domain/calendar/local-day.ts';

/** How the visits of a batch shall lie: from which day, how many a day, how long each. */
export type TimeWish = { readonly firstDay: Day; readonly perDay: number; readonly minutes: number };
export type Slot = { readonly start: Date; readonly end: Date };

const minute = 60_000;
const [morning, noon, afternoon, evening] = [9 * 60, 12 * 60, 14 * 60 + 30, 17 * 60 + 30];
/** The way from one enterprise to the next. */
const way = 30;

/** The starts of one day's visits, in minutes after midnight: none over noon, none into the evening; at least one. */
export function startsOfDay({ perDay, minutes }: Pick<TimeWish, 'perDay' | 'minutes'>): number[] {
  const starts = [morning];
  for (let next = morning + minutes + way; starts.length < perDay; next = (starts.at(-1) ?? 0) + minutes + way) {
    const start = next < afternoon && next + minutes > noon ? afternoon : next;
    if (start + minutes > evening) break;
    starts.push(start);
  }
  return starts;
}

function slotAt(day: Day, start: number, minutes: number): Slot {
  const from = new Date(startOfDay(day).getTime() + start * minute);
  return { start: from, end: new Date(from.getTime() + minutes * minute) };
}

/**
 * A time for each visit, one after the other, as one team can go: each takes the earliest time that is free on one of its own open days.
 * A visit that has none is put on the first day, where the judgement says why it cannot be.
 */
export function proposeTimes(openDays: readonly (readonly Day[])[], wish: TimeWish): Slot[] {
  const starts = startsOfDay(wish);
  const used = new Map<Day, number>();
  return openDays.map((days) => {
    const day = days.find((one) => one >= wish.firstDay && (used.get(one) ?? 0) < starts.length);
    const turn = day ? (used.get(day) ?? 0) : 0;
    if (day) used.set(day, turn + 1);
    return slotAt(day ?? wish.firstDay, starts[turn] ?? morning, wish.minutes);
  });
}
