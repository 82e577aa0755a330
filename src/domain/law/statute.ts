import type { Day } from '#domain/calendar/day.ts';
import type { Citation } from './citation.ts';
import { cite } from './cite.ts';

/** A value fixed by statute from a day on. */
export type StatuteValue<T> = { readonly from: Day; readonly value: T; readonly basis: Citation };

/** Fewest officers of one visit, newest last; the revised act has been in force since 2021-07-15 and kept the number of the old one. */
export const minimumOfficers: readonly [StatuteValue<number>, ...StatuteValue<number>[]] = [
  { from: '1996-10-01', value: 2, basis: cite('penaltyLaw', '第三十七条（1996年文本）') },
  { from: '2021-07-15', value: 2, basis: cite('penaltyLaw', '第四十二条、第四十三条、第五十五条') },
];

/** The value in force on a day; the oldest one for days before the table begins. */
export function statuteValueOn<T>(table: readonly [StatuteValue<T>, ...StatuteValue<T>[]], day: Day): StatuteValue<T> {
  return table.findLast((row) => row.from <= day) ?? table[0];
}
