'use client';

import { useEffect, useRef } from 'react';
import { AnsweredText } from '#ui/answered-field.tsx';

/**
 * The link's token: taken from behind the # and sent by itself where scripts run, pasted by hand elsewhere. It is wiped from the
 * address first, so that it stays in no history.
 */
export function TokenField() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const token = window.location.hash.slice(1);
    const field = place.current?.querySelector('input');
    if (!/^[\w-]{43}$/.test(token) || !field) return;
    window.history.replaceState(null, '', window.location.pathname);
    field.value = token;
    field.form?.requestSubmit();
  }, []);
  return (
    <div ref={place}>
      <AnsweredText
        label="评价链接"
        name="token"
        hint="从短信或邮件中复制完整的链接，粘贴到这里"
        autoComplete="off"
        maxLength={500}
        width="l"
      />
    </div>
  );
}
