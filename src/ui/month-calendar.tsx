import type { ReactNode } from 'react';
import { type CalendarDay, DayCell } from './month-day.tsx';

export interface CalendarWeek {
  /** A week gone by is drawn low. */
  past?: boolean | undefined;
  /** Seven cells, Monday first; null is a day of another month. */
  days: readonly (CalendarDay | null)[];
}

interface MonthCalendarProps {
  /** Name of the radios; the values are days as 2026-09-22. */
  name: string;
  /** The month in words, such as 2026年9月. */
  title: string;
  /** What the picture shows, for those who do not see it. */
  caption: string;
  weeks: readonly CalendarWeek[];
  /** The day chosen, as 2026-09-22. */
  selected?: string | undefined;
  /** What the marks mean, such as 静　宁静日. */
  legend: readonly string[];
  /** The month's other visits once more, as a sentence. */
  sentence?: ReactNode | undefined;
  /** Buttons that submit the form to show another month. */
  previous?: MonthButton | undefined;
  next?: MonthButton | undefined;
}

interface MonthButton {
  name: string;
  value: string;
  label: string;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

function Turn({ name, value, label }: MonthButton) {
  return (
    <button type="submit" className="link" name={name} value={value} formNoValidate>
      {label}
    </button>
  );
}

function WeekdayHead() {
  return (
    <thead>
      <tr>
        {weekdays.map((weekday) => (
          <th key={weekday} scope="col">
            <span className="vh">星期</span>
            {weekday}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Week({ week, name, selected }: { week: CalendarWeek; name: string; selected: string | undefined }) {
  return (
    <tr className={week.past ? 'past' : undefined}>
      {week.days.map((day, index) => (
        <DayCell key={day?.day ?? weekdays[index]} day={day} name={name} checked={day !== null && day.day === selected} />
      ))}
    </tr>
  );
}

/** A month whose open and quiet days are radios; a quiet day can be chosen and is then explained. */
export function MonthCalendar({ name, title, caption, weeks, selected, legend, sentence, previous, next }: MonthCalendarProps) {
  return (
    <>
      <table className="cal">
        <caption className="vh">
          {title}，{caption}
        </caption>
        <WeekdayHead />
        <tbody>
          {weeks.map((week) => (
            <Week key={week.days.find((day) => day !== null)?.day} week={week} name={name} selected={selected} />
          ))}
        </tbody>
      </table>
      {sentence ? <p className="cal-note">{sentence}</p> : null}
      <div className="legend">
        {legend.map((words) => (
          <span key={words}>{words}</span>
        ))}
        <span className="turns">
          {previous ? <Turn {...previous} /> : null}
          {next ? <Turn {...next} /> : null}
        </span>
      </div>
    </>
  );
}
