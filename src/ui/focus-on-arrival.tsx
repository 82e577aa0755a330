'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** The box of the error summary; takes focus whenever a new occasion arrives. */
export function FocusOnArrival({ occasion, children }: { occasion: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (occasion) box.current?.focus();
  }, [occasion]);
  return (
    <div ref={box} className="errs" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
