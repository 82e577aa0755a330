import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** How a status looks; `later` is the open clock in ink for what is not due today. */
export type StatusLook = IconName | 'later';

/** Shape, word and colour together, so that none of them carries a status alone. */
export function Status({ look, children }: { look: StatusLook; children: ReactNode }) {
  return (
    <span className={`st st-${look}`}>
      <Icon name={look === 'later' ? 'wait' : look} />
      <span>{children}</span>
    </span>
  );
}
