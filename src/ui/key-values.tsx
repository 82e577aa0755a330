import { Fragment, type ReactNode } from 'react';

export interface KeyValue {
  term: string;
  value: ReactNode;
}

/** Names and values in two columns; `tight` drops the hairlines. */
export function KeyValues({ items, tight = false }: { items: readonly KeyValue[]; tight?: boolean | undefined }) {
  return (
    <dl className={tight ? 'kv tight' : 'kv'}>
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
