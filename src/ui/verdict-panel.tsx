import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface VerdictPanelProps {
  /** Refused, held or to be completed, lawful. */
  kind: 'no' | 'wait' | 'ok';
  /** The conclusion in one line, such as 现在不能备案. */
  title: string;
  /** The counts and when it was judged. */
  summary?: ReactNode | undefined;
  /** Id of the heading, for the dock's link. */
  id: string;
  /** Grounds, slots and folds, each its own block. */
  children?: ReactNode | undefined;
}

/** The verdict on what the form says now; only its conclusion is announced. */
export function VerdictPanel({ kind, title, summary, id, children }: VerdictPanelProps) {
  return (
    <section className={`verdict ${kind}`} aria-labelledby={id}>
      <header aria-live="polite" aria-atomic="true">
        <h2 id={id} tabIndex={-1}>
          <Icon name={kind} />
          {title}
        </h2>
        {summary ? <p>{summary}</p> : null}
      </header>
      {children}
    </section>
  );
}
