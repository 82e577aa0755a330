import type { ReactNode } from 'react';

/** Numbered steps in a fixed order. */
export function Steps({ items }: { items: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ol className="steps">
      {items.map((item) => (
        <li key={item.key}>{item.text}</li>
      ))}
    </ol>
  );
}
