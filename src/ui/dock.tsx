import type { ReactNode } from 'react';

interface DockProps {
  /** What the strip is for, such as 提交. */
  label: string;
  /** Draft state, time saved, the verdict in short. */
  status: ReactNode;
  /** The actions. */
  children: ReactNode;
}

/** The strip that stays at the bottom of the window; the last thing inside the form. */
export function Dock({ label, status, children }: DockProps) {
  return (
    <section className="dock" aria-label={label}>
      <div className="wrap">
        {status}
        <div className="end btns">{children}</div>
      </div>
    </section>
  );
}
