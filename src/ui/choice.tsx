import type { ReactNode } from 'react';
import { describedBy } from './described-by.ts';
import { FieldError } from './field-error.tsx';

interface ChoiceGroupProps {
  legend: ReactNode;
  /** Where the error summary's link leads. */
  id: string;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  /** The legend is for screen readers only, as under a section of the same name. */
  hideLegend?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A named group of choices with its hint and error. */
export function ChoiceGroup({ legend, id, hint, error, hideLegend = false, className, children }: ChoiceGroupProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={className}
      data-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className={hideLegend ? 'vh' : undefined}>{legend}</legend>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id} message={error} /> : null}
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: ReactNode;
  /** A second line: the basis, what is left. */
  note?: ReactNode | undefined;
  checked?: boolean | undefined;
}

/** One row of a group: control, words, a second line in grey. */
export function Choice({ type, name, value, label, note, checked = false }: ChoiceProps) {
  return (
    <label className="pick">
      <input type={type} name={name} value={value} defaultChecked={checked} />
      <span>
        {label}
        {note ? <span className="m">{note}</span> : null}
      </span>
    </label>
  );
}
