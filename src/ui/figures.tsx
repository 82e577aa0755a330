import type { ReactNode } from 'react';

export interface Figure {
  label: string;
  value: string;
  /** The rows behind the number. */
  href?: string | undefined;
  unit?: string | undefined;
  /** What the number is a share of, or how many it rests on. */
  base: ReactNode;
}

/** A strip of numbers; each links to its rows and carries its base. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="fig">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            {item.href ? <a href={item.href}>{item.value}</a> : item.value}
            {item.unit ? <small> {item.unit}</small> : null}
          </dd>
          <dd>{item.base}</dd>
        </div>
      ))}
    </dl>
  );
}
