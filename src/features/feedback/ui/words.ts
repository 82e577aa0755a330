import { conducts } from '#domain/feedback/conducts.data.ts';
import type { FeedbackFilter } from '../schema.ts';

const tickOf = new Map(conducts.map(({ id, tickText }) => [id, tickText]));

/** What was ticked, as it was read on the form. */
export const conductWords = (ids: readonly string[]): string[] => ids.map((id) => tickOf.get(id) ?? id);

/** 9月22日 of a plain day as the database gives it; with its year where that is another. */
export function plainDayWords(day: Date, now: Date): string {
  const year = day.getUTCFullYear() === now.getUTCFullYear() ? '' : `${day.getUTCFullYear()}年`;
  return `${year}${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** The office's list with these filters. */
export function feedbackHref(filter: Partial<FeedbackFilter>): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === 1 ? [] : [[name, String(value)]]));
  return set.length === 0 ? '/feedback' : `/feedback?${new URLSearchParams(set)}`;
}
