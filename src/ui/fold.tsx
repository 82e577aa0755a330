import type { ReactNode } from 'react';

/** Something folded under the line that says what it holds. */
export function Fold({ summary, open, children }: { summary: string; open?: boolean | undefined; children: ReactNode }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
