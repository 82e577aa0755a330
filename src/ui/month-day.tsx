export interface CalendarDay {
  /** The day as 2026-09-22. */
  day: string;
  look: 'quiet' | 'rest' | 'open';
  /** 静, 休, 班 or the name of a holiday. */
  marks: readonly string[];
  /** A word beside the number: 今天, 走访. */
  tag?: string | undefined;
  /** Other visits of that day; `more` is left out on phones. */
  events?: readonly { text: string; more?: string | undefined }[] | undefined;
  /** False for days gone by and days of rest. */
  choosable: boolean;
  /** Chosen, it is drawn as refused; quiet days are unless said otherwise. */
  barred?: boolean | undefined;
  /** The cell in words, such as 9月17日，宁静日. */
  label: string;
}

function Face({ day }: { day: CalendarDay }) {
  return (
    <>
      {day.marks.length > 0 ? <i>{day.marks.join(' ')}</i> : null}
      <b>{Number(day.day.slice(8))}</b>
      {day.tag ? <span className="s"> {day.tag}</span> : null}
      {day.events?.map((event) => (
        <span key={event.text} className="ev">
          {event.text}
          {event.more ? <span className="wide"> {event.more}</span> : null}
        </span>
      ))}
    </>
  );
}

/** One cell of the month: a radio where the day can be chosen, plain text where it cannot. */
export function DayCell({ day, name, checked }: { day: CalendarDay | null; name: string; checked: boolean }) {
  if (day === null) return <td className="x" />;
  if (!day.choosable) {
    return (
      <td className={day.look}>
        <span className="d">
          <Face day={day} />
        </span>
      </td>
    );
  }
  const barred = day.barred ?? day.look === 'quiet';
  return (
    <td className={day.look}>
      <label className={barred ? 'bad' : undefined}>
        <input type="radio" name={name} value={day.day} aria-label={day.label} defaultChecked={checked} />
        <Face day={day} />
        <span className="s chosen" aria-hidden="true">
          {' '}
          所选
        </span>
      </label>
    </td>
  );
}
