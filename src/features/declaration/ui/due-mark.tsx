import { daysBetween } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { sayDue } from '#domain/declaration/due.ts';
import { Status } from '#ui/status.tsx';

/** When a year is due; once nothing was sent in time, in red and in words. */
export function DueMark({ due, today, isDone }: { due: string; today: string; isDone: boolean }) {
  const left = daysBetween(today, due);
  const words = `截止 ${sayDay(due, today)}`;
  if (isDone) return <span>{words}</span>;
  const look = left < 0 ? 'late' : left <= 14 ? 'due' : 'later';
  return (
    <Status look={look}>
      {words}，{sayDue(due, today)}
    </Status>
  );
}
