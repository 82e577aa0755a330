'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass } from './button.ts';

interface SubmitButtonProps {
  children: ReactNode;
  /** The words while it runs, such as 正在送批. */
  pending: string;
  look?: 'primary' | 'negative' | 'plain' | undefined;
  small?: boolean | undefined;
  /** Sent with the form when this button submits it. */
  name?: string | undefined;
  value?: string | undefined;
  /** Looks unavailable and stays focusable; the server refuses anyway and says why. */
  unavailable?: boolean | undefined;
  /** Id of the text that says why it is unavailable. */
  reason?: string | undefined;
  /** Leave out the browser's own checks, as for a draft. */
  skipChecks?: boolean | undefined;
}

/** True while the form is being sent by the button with this name and value. */
function usePendingHere(name?: string, value?: string) {
  const status = useFormStatus();
  return status.pending && (name === undefined || status.data.get(name) === value);
}

/** A button that says what it is doing and cannot be pressed twice, yet never loses focus. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pending, look = 'plain', small = false, name, value, unavailable = false, reason, skipChecks } = props;
  const running = usePendingHere(name, value);
  const stop = (event: MouseEvent) => {
    if (running) event.preventDefault();
  };
  return (
    <button
      type="submit"
      className={buttonClass({ look, small })}
      name={name}
      value={value}
      formNoValidate={skipChecks}
      aria-disabled={running || unavailable || undefined}
      aria-busy={running || undefined}
      aria-describedby={reason}
      onClick={stop}
    >
      {running ? pending : children}
    </button>
  );
}
