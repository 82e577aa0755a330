import { weekday } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { Today } from '../queries/load-today.ts';

/** 9月16日　星期三. */
export function todayTitle({ day }: Today): string {
  return `${sayDay(day, day)}　星期${'一二三四五六日'[weekday(day) - 1]}`;
}

/** Whether today is quiet, and from when annual and special visits may take place. */
export function todayNote({ isQuiet, nextOpen, day }: Today): string {
  if (nextOpen === null) return '本地不设宁静日。';
  if (!isQuiet) return nextOpen === day ? '今天不是宁静日，可以入企。' : `今天休息，${sayDay(nextOpen, day)} 起可入企。`;
  return `今天是宁静日，年度抽查、专项抽查 ${sayDay(nextOpen, day)} 起可入企。`;
}
