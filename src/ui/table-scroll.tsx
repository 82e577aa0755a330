import type { ReactNode } from 'react';

/** A named frame in which a wide table scrolls sideways; it takes focus so that the arrow keys reach it. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  const frame = { className: 'scroll', role: 'group', tabIndex: 0, 'aria-label': label };
  return <div {...frame}>{children}</div>;
}
