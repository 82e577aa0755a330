import type { ReactNode } from 'react';

export interface StripDay {
  /** Day of the month. */
  number: number;
  look: 'quiet' | 'open' | 'rest';
  /** The line below: 静, 休, 14 户. */
  note: ReactNode;
  /** The rows behind the figure, with the figure in words. */
  link?: { href: string; label: string } | undefined;
  today?: boolean | undefined;
}

const looks = { quiet: 'q', open: 'o', rest: '' };

/** One month in one line, a cell for each day. */
export function MonthStrip({ days, label }: { days: readonly StripDay[]; label: string }) {
  return (
    <ol className={`strip n${days.length}`} aria-label={label}>
      {days.map((day) => (
        <li key={day.number} className={`${looks[day.look]}${day.today ? ' now' : ''}`} aria-current={day.today ? 'date' : undefined}>
          {day.link ? (
            <a href={day.link.href} aria-label={day.link.label}>
              {day.number}
            </a>
          ) : (
            day.number
          )}
          <span>{day.note}</span>
        </li>
      ))}
    </ol>
  );
}
