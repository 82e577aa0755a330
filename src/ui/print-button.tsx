'use client';

import { buttonClass } from './button.ts';

/** Prints the page; hidden where scripts do not run, because the browser's own menu does it there. */
export function PrintButton({ children }: { children: string }) {
  return (
    <button type="button" className={`${buttonClass({ look: 'primary' })} needs-script`} onClick={() => window.print()}>
      {children}
    </button>
  );
}
