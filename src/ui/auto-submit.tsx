'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface AutoSubmitProps {
  /** Name and value of the form's default button, as in `intent=check`. */
  name: string;
  value: string;
  /** What the default button does, for those who reach it. */
  label: string;
  children: ReactNode;
}

const pause = 400;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return [...control.options].some((option) => option.defaultSelected && !option.selected);
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** Sends the form by its own button; what was typed meanwhile survives React's reset after the answer. */
function listen(scope: HTMLElement, button: HTMLButtonElement) {
  const form = button.form;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let byItself = false;
  const send = () => form?.requestSubmit(button);
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  };
  const noteSender = (event: SubmitEvent) => {
    clearTimeout(timer);
    byItself = event.submitter === button;
  };
  const keepTyping = (event: Event) => {
    if (byItself) event.preventDefault();
  };
  scope.addEventListener('change', later);
  form?.addEventListener('submit', noteSender);
  form?.addEventListener('reset', keepTyping);
  // What was chosen while the page was still loading counts as well.
  if ([...scope.querySelectorAll<Control>('input, textarea, select')].some(isChanged)) later();
  return () => {
    clearTimeout(timer);
    scope.removeEventListener('change', later);
    form?.removeEventListener('submit', noteSender);
    form?.removeEventListener('reset', keepTyping);
  };
}

/**
 * Wraps a form's fields and submits them 400 ms after a choice, a select or a finished text field changes.
 * Its hidden first button is also what Enter presses, so that Enter never changes the month.
 */
export function AutoSubmit({ name, value, label, children }: AutoSubmitProps) {
  const scope = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => (scope.current && button.current ? listen(scope.current, button.current) : undefined), []);
  return (
    <div ref={scope} className="contents">
      <button ref={button} type="submit" className="vh" name={name} value={value} tabIndex={-1} aria-hidden="true" formNoValidate>
        {label}
      </button>
      {children}
    </div>
  );
}
