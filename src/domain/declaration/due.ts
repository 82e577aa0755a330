import type { Day } from '#domain/calendar/day.ts';
import { daysBetween } from '#domain/calendar/local-day.ts';

/** The day by which a year is declared; the policy writes it as MM-DD of the plan's year. */
export function dueDayOf(declarationDue: string, year: number): Day {
  return `${year}-${declarationDue}`;
}

const daysAhead = [14, 7, 3, 1];

/** Whether agencies are reminded on this day: 14, 7, 3 and 1 days ahead; once it has passed, on the next day and weekly from there. */
export function isReminderDay(due: Day, today: Day): boolean {
  const left = daysBetween(today, due);
  return left > 0 ? daysAhead.includes(left) : left < 0 && (-left - 1) % 7 === 0;
}

/** 还有 14 天; 今日到期; 逾期 3 天. */
export function sayDue(due: Day, today: Day): string {
  const left = daysBetween(today, due);
  if (left === 0) return '今日到期';
  return left > 0 ? `还有 ${left} 天` : `逾期 ${-left} 天`;
}
