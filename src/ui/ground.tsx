import type { ReactNode } from 'react';
import { type KeyValue, KeyValues } from './key-values.tsx';

interface GroundProps {
  /** Its place among the grounds, from 1. */
  number: number;
  title: string;
  /** The plain sentence. */
  children: ReactNode;
  facts?: readonly KeyValue[] | undefined;
  /** The instrument, its page of ours, and the place in it. */
  source?: { name: string; href?: string | undefined; place?: string | undefined } | undefined;
}

/** One ground of a verdict: sentence, facts used, source. */
export function Ground({ number, title, children, facts = [], source }: GroundProps) {
  return (
    <div className="ground">
      <h3>
        {number}　{title}
      </h3>
      <p>{children}</p>
      {facts.length > 0 ? <KeyValues tight items={facts} /> : null}
      {source ? (
        <p className="src">
          依据　{source.href ? <a href={source.href}>{source.name}</a> : source.name}
          {source.place ? `，${source.place}` : null}
        </p>
      ) : null}
    </div>
  );
}
