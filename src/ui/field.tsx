import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';

export interface FieldProps {
  label: ReactNode;
  /** The name under which the value is sent. */
  name: string;
  /** Where the error summary's link leads; the name when left out. */
  id?: string | undefined;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  /** Adds 可不填 after the label. */
  optional?: boolean | undefined;
}

/** Label, hint and error around one control, which takes the same id. */
export function Field({ label, name, id = name, hint, error, optional = false, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="f">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="m">　可不填</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id} message={error} /> : null}
      {children}
    </div>
  );
}
