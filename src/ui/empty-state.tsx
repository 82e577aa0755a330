import type { ReactNode } from 'react';
import { buttonClass } from './button.ts';

interface EmptyStateProps {
  /** What there is none of. */
  title: string;
  /** Which condition left nothing. */
  condition?: ReactNode | undefined;
  /** The ways out, each with how many it would show. */
  ways?: readonly { href: string; label: string }[] | undefined;
}

/** Nothing to show: why, and what to do next. */
export function EmptyState({ title, condition, ways = [] }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
      </p>
      {condition ? <p>{condition}</p> : null}
      {ways.length > 0 ? (
        <p className="btns mt-3">
          {ways.map((way) => (
            <a key={way.href} className={buttonClass({ small: true })} href={way.href}>
              {way.label}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}
