import type { Day } from '#domain/calendar/day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { stateOfClock } from '#domain/finding/clock.ts';
import { Status } from '#ui/status.tsx';
import { clockLabels } from '../labels.ts';

/** A day by which something is due, and whether it is today or over. */
export function DueMark({ day, today, done = false }: { day: Day | null; today: Day; done?: boolean }) {
  if (day === null) return '—';
  const words = sayDay(day, today);
  const state = stateOfClock(day, today);
  if (done || state === 'later') return words;
  const { look, word } = clockLabels[state];
  return <Status look={look}>{`${words} ${word}`}</Status>;
}
