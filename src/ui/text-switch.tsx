'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';

/** Large text at once, without losing what was typed. The choice is there before the next page is asked for; the server keeps it for a year. */
function choose(event: MouseEvent<HTMLButtonElement>) {
  const { form, value } = event.currentTarget;
  if (!form) return;
  event.preventDefault();
  document.documentElement.dataset.text = value;
  document.cookie = `text=${value}; path=/; samesite=lax`;
  void fetch(form.action, { method: 'POST', body: new URLSearchParams({ text: value, back: '/' }), redirect: 'manual', keepalive: true });
}

/** 长者模式: without scripts a form to `/preferences/text` with `text` and `back`. */
export function TextSwitch() {
  const query = useSearchParams().toString();
  const back = usePathname() + (query ? `?${query}` : '');
  return (
    <form method="post" action="/preferences/text">
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="text" value="large" className="when-normal" onClick={choose}>
        长者模式
      </button>
      <button type="submit" name="text" value="normal" className="when-large" onClick={choose}>
        标准字号
      </button>
    </form>
  );
}
