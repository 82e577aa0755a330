'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Shows its children until scripts run: a fallback button beside what happens by itself. */
export function WithoutScript({ children }: { children: ReactNode }) {
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return running ? null : children;
}
