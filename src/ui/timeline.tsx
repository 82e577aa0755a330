import type { ReactNode } from 'react';

export interface TimelineItem {
  key: string;
  /** The moment in words, and for machines with its offset. */
  time: string;
  dateTime?: string | undefined;
  text: ReactNode;
  /** Filled when done, open when still to come. */
  done: boolean;
}

/** What happened and what is to come, in order. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="tl">
      {items.map((item) => (
        <li key={item.key} className={item.done ? 'done' : undefined}>
          <time dateTime={item.dateTime}>{item.time}</time>
          {item.done ? null : <span className="vh">尚未发生：</span>}
          {item.text}
        </li>
      ))}
    </ol>
  );
}
