import type { Day } from './day.ts';

/** What the State Council's notices say about single days; every other day follows its weekday. */
export type Calendar = {
  /** Days named in a notice. */
  readonly days: ReadonlyMap<Day, { readonly kind: 'holiday' | 'makeUp'; readonly name: string }>;
  /** Years whose notice is loaded. Any other year is provisional: statutory days and weekends. */
  readonly officialYears: ReadonlySet<number>;
};
