'use client';

import { useEffect } from 'react';

/** Whoever signs out leaves no page behind on the phone; what still waits to be sent stays. */
export function ForgetPages({ form }: { form: string }) {
  useEffect(() => {
    const forget = ({ target }: Event) => {
      if (target instanceof HTMLFormElement && target.id === form && 'caches' in window) void caches.delete('ningqi-inspector-pages');
    };
    document.addEventListener('submit', forget, true);
    return () => document.removeEventListener('submit', forget, true);
  }, [form]);
  return null;
}
