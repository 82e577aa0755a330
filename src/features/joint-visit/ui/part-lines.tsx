import { sayDay } from '#domain/calendar/wording.ts';
import type { OutcomeRow } from '../queries/load-due-outcomes.ts';

/** One agency's outcome in a cell: who, for what, drawn where, when, by whom. */
export function PartLine({ part, today }: { part: OutcomeRow; today: string }) {
  return (
    <>
      <b>{part.agencyName}</b>　{part.title}
      <span className="m">
        <a href={`/drawing/${part.drawId}`}>{part.drawNo}</a> 第 {part.position} 位　{sayDay(part.fromDay, today)}—
        {sayDay(part.toDay, today)}
      </span>
      <span className="m">{part.officers.join('、')}</span>
    </>
  );
}

/** The outcomes that become one visit. */
export function PartLines({ parts, today }: { parts: readonly OutcomeRow[]; today: string }) {
  return (
    <ul className="plain-list">
      {parts.map((part) => (
        <li key={part.outcome}>
          <PartLine part={part} today={today} />
        </li>
      ))}
    </ul>
  );
}
