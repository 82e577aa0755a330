import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface SealProps {
  kind: 'ok' | 'no' | 'wait' | 'off';
  /** The verdict in one word, the page's title. */
  title: string;
  /** Another shape than the kind's own, such as the struck ring of an expired code. */
  icon?: IconName | undefined;
  /** Sentences, each a `p`. */
  children: ReactNode;
}

/** The verdict on a phone, large enough to read at arm's length. */
export function Seal({ kind, title, icon, children }: SealProps) {
  return (
    <div className={`seal ${kind}`}>
      <h1>
        <Icon name={icon ?? (kind === 'off' ? 'gone' : kind)} />
        {title}
      </h1>
      {children}
    </div>
  );
}
